package dev.charmsignals.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.metadata.Endpoint.Scope;
import dev.charmsignals.name.UndeclaredEndpointException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharmMetadataTest {

  private static final String ORDINARY =
      """
      name: my-charm
      peers:
        ring: {interface: ring}
      requires:
        db:
          interface: pgsql
          limit: 1
        host:
          interface: juju-info
          scope: container
          optional: true
      provides:
        channel: signals
      """;

  private static final List<Endpoint> ENDPOINTS =
      List.of(
          new Endpoint("channel", Role.PROVIDES, "signals", OptionalInt.empty(), Scope.GLOBAL),
          new Endpoint("db", Role.REQUIRES, "pgsql", OptionalInt.of(1), Scope.GLOBAL),
          new Endpoint("host", Role.REQUIRES, "juju-info", OptionalInt.empty(), Scope.CONTAINER),
          new Endpoint("ring", Role.PEERS, "ring", OptionalInt.empty(), Scope.GLOBAL));

  @TempDir Path directory;

  private CharmMetadata read(String text) {
    return read("metadata.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private CharmMetadata read(String file, byte[] content) {
    try {
      Files.write(directory.resolve(file), content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return CharmMetadata.read(directory);
  }

  @Test
  void readsTheNameAndTheEndpointsOfEveryRole() {
    CharmMetadata metadata = read(ORDINARY);

    assertEquals("my-charm", metadata.name());
    assertEquals(ENDPOINTS, metadata.endpoints());
    assertEquals(List.of("channel", "db", "host", "ring"), metadata.names());
    assertEquals(Optional.of(ENDPOINTS.get(1)), metadata.endpoint("db"));
    assertEquals(Optional.empty(), metadata.endpoint("web"));
    assertTrue(metadata.isPeer("ring"));
    assertFalse(metadata.isPeer("db"));
    assertFalse(metadata.isPeer("web"));
  }

  @Test
  void readsTheSameWithTheParserWhenTheScannerIsNotSure() {
    CharmMetadata metadata = read(ORDINARY + "x: &anchor y\n");

    assertEquals(ENDPOINTS, metadata.endpoints());
  }

  @Test
  void understandsAnchorsAndMergedKeysThroughTheParser() {
    CharmMetadata metadata =
        read(
            """
            name: a
            x: &common {interface: pgsql, limit: 2}
            requires:
              db:
                <<: *common
                limit: 1
              db2: *common
            """);

    assertEquals(
        List.of(
            new Endpoint("db", Role.REQUIRES, "pgsql", OptionalInt.of(1), Scope.GLOBAL),
            new Endpoint("db2", Role.REQUIRES, "pgsql", OptionalInt.of(2), Scope.GLOBAL)),
        metadata.endpoints());
  }

  @Test
  void readsCharmcraftYamlWhereNothingIsPackedYet() {
    read("charmcraft.yaml", ORDINARY.getBytes(StandardCharsets.UTF_8));
    assertEquals("charmcraft.yaml", CharmMetadata.read(directory).file().getFileName().toString());

    assertEquals("packed", read("name: packed\n").name());
  }

  @Test
  void takesASectionThatIsCommentedOutForEmpty() {
    assertEquals(List.of(), read("name: a\nrequires:\n#  db: pgsql\n").endpoints());
  }

  private void refuses(String text, int line, String problem) {
    CharmMetadataException e = assertThrows(CharmMetadataException.class, () -> read(text));

    Path file = directory.resolve("metadata.yaml");
    OptionalInt expected = line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    assertEquals(List.of(file, expected, problem), List.of(e.file(), e.line(), e.problem()));
    String where = file + (line == 0 ? "" : ", line " + line);
    assertEquals(where + ": " + problem + "\nA right one:\n" + e.example(), e.getMessage());
  }

  @Test
  void saysWhatJujuWouldRefuseAndWhere() {
    refuses("summary: a\n", 0, "has no name of the charm");
    refuses("x: y\nname:\n", 2, "has no name of the charm");
    refuses("", 1, "holds no keys");
    refuses("- name\n", 1, "holds no keys");
    refuses("name: a\nrequires: db\n", 2, "requires is not a mapping of endpoints");
    refuses("name: a\npeers:\n  - db\n", 2, "peers is not a mapping of endpoints");
    refuses(
        "name: a\nrequires:\n  Db: x\n",
        3,
        "endpoint name \"Db\" is not lower-case words joined by - or _");
    refuses(
        "name: a\nprovides:\n\n  juju-x: y\n",
        4,
        "endpoint name \"juju-x\" is one that Juju keeps for itself");
    refuses("name: a\nrequires:\n  db:\n    limit: 1\n", 3, "endpoint \"db\" has no interface");
    refuses("name: a\nrequires:\n  db: []\n", 3, "endpoint \"db\" has no interface");
    refuses(
        "name: a\nprovides:\n  db: x\npeers:\n  db: y\n",
        5,
        "endpoint \"db\" is declared below provides too");
    refuses("name: a\nrequires:\n  db: x\n  db: y\n", 4, "has the key \"db\" twice");
    refuses(
        "name: a\nrequires:\n  db: {interface: x, limit: many}\n",
        3,
        "endpoint \"db\" has limit \"many\", which is not a count");
    refuses(
        "name: a\nrequires:\n  db:\n    interface: x\n    scope: all\n",
        5,
        "endpoint \"db\" has scope \"all\", which is not global or container");
  }

  @Test
  void saysWhereAFileIsNotYaml() {
    refuses(
        "name: a\nx: [\n", 3, "is not YAML: expected the node content, but found '<stream end>'");
    refuses("name: a\nrequires: *db\n", 2, "uses the alias *db before an anchor of that name");
  }

  @Test
  void givesAnExampleThatIsRightItself() {
    for (String wrong :
        List.of(
            "x: y\n",
            "name: a\nrequires: db\n",
            "name: a\nrequires:\n  Db: x\n",
            "name: a\npeers:\n  juju: y\n",
            "name: a\nrequires:\n  db:\n",
            "name: a\nprovides:\n  db: x\npeers:\n  db: y\n",
            "name: a\nrequires:\n  db: {interface: x, limit: many}\n",
            "name: a\nrequires:\n  db: {interface: x, scope: all}\n",
            "name: [\n")) {
      String example =
          assertThrows(CharmMetadataException.class, () -> read(wrong)).example() + "\n";
      String complete = example.startsWith("name:") ? example : "name: a\n" + example;
      assertEquals(complete.contains("interface") ? 1 : 0, read(complete).endpoints().size());
    }
  }

  @Test
  void saysThatTheFileIsMissingTooLargeOrNotText() {
    CharmMetadataException missing =
        assertThrows(CharmMetadataException.class, () -> CharmMetadata.read(directory));
    assertEquals("is missing", missing.problem());

    byte[] large = "name: a\n#".repeat(120_000).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "is larger than 1 MiB, so it is no metadata",
        assertThrows(CharmMetadataException.class, () -> read("metadata.yaml", large)).problem());

    byte[] latin = "name: \u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "is not UTF-8",
        assertThrows(CharmMetadataException.class, () -> read("metadata.yaml", latin)).problem());
  }

  @Test
  void namesTheNearestDeclaredEndpointAndTheLinesToAdd() {
    CharmMetadata metadata = read(ORDINARY);

    UndeclaredEndpointException e =
        assertThrows(UndeclaredEndpointException.class, () -> metadata.requireDeclared("chanell"));

    assertEquals(
        List.of("chanell", metadata.names(), Optional.of("channel")),
        List.of(e.endpoint(), e.declared(), e.nearest()));
    assertEquals(
        """
        Endpoint "chanell" is not declared in the charm's metadata, which declares "channel", "db",\
         "host", "ring"; did you mean "channel"?
        To declare it, add it under provides, requires or peers, for example:
        requires:
          chanell:
            interface: signals\
        """,
        e.getMessage());
  }

  @Test
  void suggestsNothingThatIsFarFromWhatWasWritten() {
    CharmMetadata metadata = read(ORDINARY);

    UndeclaredEndpointException e =
        assertThrows(UndeclaredEndpointException.class, () -> metadata.requireDeclared("Website"));

    assertEquals(Optional.empty(), e.nearest());
    assertTrue(e.getMessage().endsWith("requires:\n  channel:\n    interface: signals"));
  }
}
