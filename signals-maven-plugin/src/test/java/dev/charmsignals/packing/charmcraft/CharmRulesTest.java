package dev.charmsignals.packing.charmcraft;

import static dev.charmsignals.packing.charmcraft.Charmcraft.HEAD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharmRulesTest {

  @TempDir private Path directory;

  @Test
  void tellsEveryMistakeAtOnceInTheOrderOfTheFile() {
    String text =
        """
        type: charm
        name: My Panel
        summary: Shows.
        base: ubuntu
        platforms: {amd64: , pdp11: }
        requires:
          juju-log: {interface: log}
          Channel:
            interfaces: signals
        config:
          options:
            port: {type: int, default: many}
        colour: blue
        """;

    CharmcraftException refused =
        assertThrows(CharmcraftException.class, () -> Charmcraft.read(directory, text));

    assertEquals(
        """
        FILE:1:1: "description" is missing; write "description: What it does and for whom."
        FILE:2:1: the name "My Panel" is not made of lower-case words joined by -, each with a letter, 40 characters at most; write for example "my-charm"
        FILE:4:1: "ubuntu" is no base; write for example "ubuntu@24.04"
        FILE:5:22: platform "pdp11" has no architecture that Juju knows; it can be amd64, arm64, ppc64el, riscv64 or s390x
        FILE:7:3: endpoint name "juju-log" is one that Juju keeps for itself; write for example "my-juju-log"
        FILE:8:3: endpoint "Channel": "interface" is missing; write "interface: my-signals"
        FILE:8:3: endpoint name "Channel" is not made of lower-case words joined by - or _; write for example "channel"
        FILE:9:5: endpoint "Channel": "interfaces" is no key that belongs here; there are interface, limit, optional, scope and description
        FILE:12:32: option "port": its type is int, which its default, "many", is not; write for example "default: 8080"
        FILE:13:1: "colour" is no key that belongs here; there are type, name, title, summary, description, base, build-base, platforms, parts, links, assumes, charm-user, subordinate, provides, requires, peers, extra-bindings, config, actions, storage, devices, containers, resources, terms, analysis, charm-libs and version"""
            .replace("FILE", directory.resolve("charmcraft.yaml").toString()),
        refused.getMessage());
  }

  @Test
  void acceptsACharmOfEverything() {
    CharmSource source = Charmcraft.read(directory, EVERYTHING);

    assertEquals("panel", source.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "title: P => 7:1 \"title\" has 1 characters; charmcraft takes 2 to 40",
        "title: 5 => '7:8 \"title\" is the number 5; it has to be text in quotes'",
        "subordinate: 1 => '7:14 \"subordinate\" is the number 1; it has to be true or false'",
        "terms: a => '7:8 \"terms\" is \"a\"; it has to be a list'",
        "'terms: [1]' => '7:9 \"terms\" has the number 1 among its items; all have to be text'",
        "charm-user: me => '7:1 \"charm-user\" is \"me\"; it can be root, sudoer or non-root'",
        "links: a => '7:8 \"links\" is \"a\"; it has to be a mapping'",
        "'links: {issues: a}' => '7:17 links: \"issues\" is \"a\"; write for example \"https://example.com\"'",
        "'links: {home: a}' => '7:9 links: \"home\" is no key that belongs here; there are contact, documentation, issues, source and website'",
        "'assumes: [Juju]' => '7:11 \"assumes\" has \"Juju\"; write a feature such as \"k8s-api\" or \"juju >= 3.6\"'",
        "'assumes: [{one-of: [a]}]' => '7:11 \"assumes\" has a mapping; write a feature, or \"any-of:\" or \"all-of:\" with a list of them'",
      })
  void tellsWhatIsWrongWithACharm(String line, String mistake) {
    assertEquals(List.of(mistake), Charmcraft.mistakes(directory, HEAD + line));
  }

  @Test
  void tellsThatThereIsNoFile() {
    Path file = directory.resolve("charmcraft.yaml");

    CharmcraftException refused =
        assertThrows(CharmcraftException.class, () -> CharmSource.read(file));

    assertEquals(
        file + ":1:1: there is no such file; begin one with \"name: my-charm\"",
        refused.getMessage());
  }

  @Test
  void tellsThatAFileIsNotUtf8() throws IOException {
    Path file = Files.write(directory.resolve("charmcraft.yaml"), new byte[] {'a', (byte) 0xe4});

    CharmcraftException refused =
        assertThrows(CharmcraftException.class, () -> CharmSource.read(file));

    assertEquals(file + ":1:1: the file is not UTF-8; save it as UTF-8", refused.getMessage());
  }

  @Test
  void tellsOfBrokenYamlOnlyThatItIsBroken() {
    assertEquals(
        List.of(
            "2:1 this is no YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
        Charmcraft.mistakes(directory, "name:\n\tpanel"));
  }

  /** One of each thing that a charm can have. */
  static final String EVERYTHING =
      """
      type: charm
      name: panel
      title: Panel
      summary: Shows.
      description: |
        Shows what there is.

        All of it.
      base: ubuntu@24.04
      platforms:
        amd64:
        arm64:
      parts:
        charm: {plugin: dump, source: target/charm}
      links:
        contact: somebody@example.com
        issues: [https://example.com/issues]
        website: https://example.com
      assumes:
        - juju >= 3.6
        - any-of: [k8s-api, all-of: [big-disk]]
      charm-user: non-root
      provides:
        status: {interface: status, optional: true, description: What it shows.}
      requires:
        channel: {interface: signals, limit: 1, scope: global}
        database: pgsql
      peers:
        others: {interface: panel-peers}
      extra-bindings:
        cluster:
      storage:
        data: {type: filesystem, location: /data, minimum-size: 10G, multiple: {range: 0-3}}
        swap: {type: block, read-only: false, properties: [transient], multiple: {range: 2+}}
      devices:
        gpu: {type: nvidia.com/gpu, countmin: 1, countmax: 2}
      resources:
        web-image: {type: oci-image, description: An image., upstream-source: web:1}
        page: {type: file, filename: page.html}
      containers:
        web:
          resource: web-image
          uid: 584792
          mounts: [{storage: data, location: /srv}]
      terms: [eula]
      config:
        options:
          port: {type: int, default: 8080, description: Where it listens.}
          ratio: {type: float, default: 1}
          name: {type: string, default: ""}
          loud: {type: boolean, default: false}
          key: {type: secret}
      actions:
        back-up:
          description: Backs up.
          parallel: true
          execution-group: slow
          params:
            label: {type: string, pattern: "^[a-z]+$", default: manual}
            keep: {type: [integer, "null"], minimum: 0}
          required: [label]
          additionalProperties: false
        wake: {}
      """;
}
