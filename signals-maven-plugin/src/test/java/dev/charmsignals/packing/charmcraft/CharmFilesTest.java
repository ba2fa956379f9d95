package dev.charmsignals.packing.charmcraft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.world.CharmMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharmFilesTest {

  private static final Platform PLATFORM = new Platform("ubuntu", "24.04", "arm64");

  @TempDir private Path directory;

  @Test
  void writesWhatJujuReads() {
    Map<String, String> files =
        CharmFiles.of(Charmcraft.read(directory, CharmRulesTest.EVERYTHING), PLATFORM);

    assertEquals(
        Set.of("metadata.yaml", "manifest.yaml", "config.yaml", "actions.yaml"), files.keySet());
    assertEquals(
        """
        bases:
          - name: ubuntu
            channel: '24.04'
            architectures:
              - arm64
        """,
        files.get("manifest.yaml"));
    assertEquals(METADATA, files.get("metadata.yaml"));
    assertEquals(
        """
        options:
          port:
            type: int
            default: 8080
            description: Where it listens.
          ratio:
            type: float
            default: 1
          name:
            type: string
            default: ''
          loud:
            type: boolean
            default: false
          key:
            type: secret
        """,
        files.get("config.yaml"));
    assertEquals(
        """
        back-up:
          description: Backs up.
          parallel: true
          execution-group: slow
          params:
            label:
              type: string
              pattern: ^[a-z]+$
              default: manual
            keep:
              type:
                - integer
                - 'null'
              minimum: 0
          required:
            - label
          additionalProperties: false
        wake: {}
        """,
        files.get("actions.yaml"));
  }

  @Test
  void saysTheSameToJujuAsTheirSource() throws IOException {
    CharmSource source = Charmcraft.read(directory, CharmRulesTest.EVERYTHING);
    Path packed = Files.createDirectory(directory.resolve("packed"));
    for (Map.Entry<String, String> file : CharmFiles.of(source, PLATFORM).entrySet()) {
      Files.writeString(packed.resolve(file.getKey()), file.getValue());
    }

    assertEquals(CharmMetadata.read(directory), CharmMetadata.read(packed));
  }

  @Test
  void leavesOutTheFilesOfACharmWithoutOptionsAndActions() {
    CharmSource source =
        Charmcraft.read(directory, Charmcraft.HEAD + "config: {options: {}}\nactions: {}");

    assertEquals(
        Map.of(
            "metadata.yaml",
            "name: panel\nsummary: Shows.\ndescription: Shows what there is.\n",
            "config.yaml",
            "options: {}\n"),
        without("manifest.yaml", CharmFiles.of(source, PLATFORM)));
  }

  private static Map<String, String> without(String name, Map<String, String> files) {
    files.remove(name);
    return files;
  }

  private static final String METADATA =
      """
      name: panel
      display-name: Panel
      summary: Shows.
      description: |
        Shows what there is.

        All of it.
      maintainers:
        - somebody@example.com
      issues:
        - https://example.com/issues
      website: https://example.com
      charm-user: non-root
      assumes:
        - juju >= 3.6
        - any-of:
            - k8s-api
            - all-of:
                - big-disk
      provides:
        status:
          interface: status
          optional: true
          description: What it shows.
      requires:
        channel:
          interface: signals
          limit: 1
          scope: global
        database: pgsql
      peers:
        others:
          interface: panel-peers
      extra-bindings:
        cluster: null
      storage:
        data:
          type: filesystem
          location: /data
          minimum-size: 10G
          multiple:
            range: 0-3
        swap:
          type: block
          read-only: false
          properties:
            - transient
          multiple:
            range: 2+
      devices:
        gpu:
          type: nvidia.com/gpu
          countmin: 1
          countmax: 2
      containers:
        web:
          resource: web-image
          uid: 584792
          mounts:
            - storage: data
              location: /srv
      resources:
        web-image:
          type: oci-image
          description: An image.
          upstream-source: web:1
        page:
          type: file
          filename: page.html
      terms:
        - eula
      """;
}
