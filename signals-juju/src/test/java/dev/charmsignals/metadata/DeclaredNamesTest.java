package dev.charmsignals.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names beside the endpoints': actions, storages and workload containers. */
class DeclaredNamesTest {

  private static final String SIDECAR =
      """
      name: my-charm
      containers:
        workload:
          resource: workload-image
          mounts:
            - storage: data
              location: /srv
        proxy: {resource: proxy-image}
      resources:
        workload-image:
          type: oci-image
      storage:
        data:
          type: filesystem
          multiple:
            range: 0-
        logs: {type: filesystem}
      """;

  private static final String ACTIONS =
      """
      backup:
        description: |
          Writes everything to a file.

          Takes a while.
        params:
          path:
            type: string
        required: [path]
        additionalProperties: false
      restore:
        description: Reads it again.
      """;

  @TempDir Path directory;

  @Test
  void readsStoragesContainersAndResourcesOfTheMetadata() throws IOException {
    write("metadata.yaml", SIDECAR);
    CharmMetadata metadata = CharmMetadata.read(directory);

    assertEquals(List.of("data", "logs"), metadata.storages());
    assertEquals(List.of("workload", "proxy"), metadata.containers());
    assertEquals(List.of("workload-image"), metadata.resources());
  }

  @Test
  void readsTheActionsOfAPackedCharm() throws IOException {
    write("metadata.yaml", "name: my-charm\n");
    write("actions.yaml", ACTIONS);

    assertEquals(List.of("backup", "restore"), CharmMetadata.readActions(directory));
  }

  @Test
  void readsTheActionsOfACharmThatIsNotPackedYet() throws IOException {
    write("charmcraft.yaml", SIDECAR + "actions:\n" + ACTIONS.indent(2));

    assertEquals(List.of("backup", "restore"), CharmMetadata.readActions(directory));
  }

  @Test
  void knowsNoActionsWhereNoneAreDeclared() throws IOException {
    assertEquals(List.of(), CharmMetadata.readActions(directory));

    write("actions.yaml", "# none yet\n");
    assertEquals(List.of(), CharmMetadata.readActions(directory));
  }

  @Test
  void saysWhatIsNoDeclarationOfNames() throws IOException {
    write("metadata.yaml", "name: my-charm\nstorage: data\n");
    write("actions.yaml", "- backup\n");

    assertEquals(
        List.of("storage is not a mapping of names", "is not a mapping of actions"),
        List.of(
            assertThrows(CharmMetadataException.class, () -> CharmMetadata.read(directory))
                .problem(),
            assertThrows(CharmMetadataException.class, () -> CharmMetadata.readActions(directory))
                .problem()));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }
}
