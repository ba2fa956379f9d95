package dev.charmsignals.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.testkit.archive.CharmArchive;
import dev.charmsignals.testkit.archive.HandmadeArchive;
import dev.charmsignals.testkit.archive.Removal;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever is in an archive, it is refused, or unpacked into its unit's directory and no other. */
class ArchiveFuzzTest {

  @FuzzTest
  void isRefusedOrUnpackedInside(byte[] data) throws IOException {
    Path directory = Files.createTempDirectory("archive").toRealPath();
    try {
      Path agent = Files.createDirectory(directory.resolve("agent"));
      unpack(Files.write(directory.resolve("raw.charm"), data), agent);
      unpack(archive(data).in(directory, "made.charm"), agent);

      assertEquals(Set.of("agent", "raw.charm", "made.charm"), names(directory));
      assertTrue(Set.of("charm", "state").containsAll(names(agent)), () -> "beside the charm");
    } finally {
      Removal.of(directory);
    }
  }

  private static void unpack(Path file, Path agent) {
    try {
      CharmArchive archive = CharmArchive.read(file);
      UnpackedCharm.unpack(
          archive.members(), agent, archive.metadata().url(0), archive.metadata().hookNames());
    } catch (ImpossibleWorldException e) {
      // So would Juju, or it would do what must not be done to the machine of a test.
    }
  }

  /** Types, names and contents in turn, between tildes; a type is a letter. */
  private static HandmadeArchive archive(byte[] data) {
    HandmadeArchive archive = HandmadeArchive.of("name: p");
    String[] parts = new String(data, StandardCharsets.UTF_8).split("~", -1);
    for (int i = 0; i + 2 < parts.length; i += 3) {
      int mode =
          switch (parts[i]) {
            case "l" -> 0120777;
            case "d" -> 0040755;
            case "p" -> 0010644;
            case "x" -> 0100755;
            default -> 0100644;
          };
      archive.entry(parts[i + 1], mode, parts[i + 2]);
    }
    return archive;
  }

  private static Set<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
