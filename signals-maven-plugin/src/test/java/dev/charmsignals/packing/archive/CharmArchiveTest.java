package dev.charmsignals.packing.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharmArchiveTest {

  private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir private Path temporary;

  @Test
  void keepsPermissionsAndLinksAndPutsLastWhatIsUnpackedLast() throws IOException {
    Path charm = charm("charm", "rw-r--r--");
    write(charm, "lib/last/unpacked", "last", "rw-r--r--");
    write(charm, "lib/lasting.jar", "classes", "rw-r--r--");
    write(charm, "runtime/bin/java", "program", "rwx------");
    Files.createDirectories(charm.resolve("runtime/legal"));
    Files.createSymbolicLink(charm.resolve("runtime/legal/LICENSE"), Path.of("../../LICENSE"));
    write(charm, "LICENSE", "free", "rw-------");
    Files.createDirectory(charm.resolve("empty"));

    CharmArchive.write(charm, temporary.resolve("a.charm"), TIME);

    assertEquals(
        List.of(
            "100644 LICENSE free",
            "100755 dispatch #!/bin/sh\n",
            "100644 lib/lasting.jar classes",
            "100644 manifest.yaml bases",
            "100644 metadata.yaml name",
            "100755 runtime/bin/java program",
            "120777 runtime/legal/LICENSE ../../LICENSE",
            "100644 lib/last/unpacked last"),
        content(temporary.resolve("a.charm")));
  }

  @Test
  void makesTheDirectoryThatTheArchiveIsToBeIn() throws IOException {
    Path archive = temporary.resolve("not/there/yet/a.charm");

    CharmArchive.write(charm("charm", "rw-r--r--"), archive, TIME);

    assertEquals(
        List.of(
            "100755 dispatch #!/bin/sh\n",
            "100644 manifest.yaml bases",
            "100644 metadata.yaml name"),
        content(archive));
  }

  @Test
  void followsALinkInADirectoryThatIsNamedByAWayAround() throws IOException {
    Path charm = charm("charm", "rw-r--r--");
    write(charm, "a", "a", "rw-r--r--");
    Files.createSymbolicLink(charm.resolve("b"), Path.of("a"));

    CharmArchive.write(temporary.resolve("charm/../charm"), temporary.resolve("a.charm"), TIME);

    assertTrue(content(temporary.resolve("a.charm")).contains("120777 b a"));
  }

  @Test
  void writesTheSameBytesWhateverTheMachine() throws IOException {
    Path first = charm("first", "rw-r--r--");
    write(first, "z", "z", "rw-r--r--");
    write(first, "a", "a", "rw-r--r--");
    Path second = charm("second", "rw-rw----");
    write(second, "a", "a", "rw-rw-r--");
    write(second, "z", "z", "rw-------");
    Files.setLastModifiedTime(second.resolve("a"), FileTime.from(Instant.EPOCH));
    TimeZone zone = TimeZone.getDefault();

    CharmArchive.write(first, temporary.resolve("first.charm"), TIME);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      CharmArchive.write(second, temporary.resolve("second.charm"), TIME);
    } finally {
      TimeZone.setDefault(zone);
    }

    assertArrayEquals(
        Files.readAllBytes(temporary.resolve("first.charm")),
        Files.readAllBytes(temporary.resolve("second.charm")));
  }

  @Test
  void tellsOfEverythingThatJujuWouldRefuseAndWritesNothing() throws IOException {
    Path charm = Files.createDirectory(temporary.resolve("charm"));
    write(charm, "dispatch", "#!/bin/sh\r\ntrue\r\n", "rw-r--r--");
    write(charm, "metadata.yaml", "name", "rw-r--r--");
    write(charm, "revision", "7", "rw-r--r--");
    write(charm, "a\\b", "", "rw-r--r--");
    Files.createSymbolicLink(charm.resolve("out"), Path.of("../secret"));
    Files.createSymbolicLink(charm.resolve("etc"), Path.of("/nowhere"));
    Files.createSymbolicLink(charm.resolve("gone"), Path.of("nowhere"));
    Path archive = temporary.resolve("a.charm");

    ArchiveException refused =
        assertThrows(ArchiveException.class, () -> CharmArchive.write(charm, archive, TIME));

    assertEquals(
        List.of(
            "manifest.yaml: is missing, and Juju runs no charm without it",
            "a\\b: has a name with a backslash or what is no letter; rename it",
            "etc: is a link to \"/nowhere\", and Juju follows no absolute ones",
            "gone: is a link to \"nowhere\", which is not there",
            "out: is a link to \"../secret\", which lies outside of the charm",
            "revision: has a name under which Juju writes a file of its own; rename it",
            "dispatch: is not executable; run \"chmod +x\" on the file it is copied from",
            "dispatch:1: ends with a carriage return; save the file with Unix line ends"),
        within(charm, refused));
    assertFalse(Files.exists(archive));
  }

  @Test
  void refusesADispatchThatNoSystemCanRun() throws IOException {
    Path charm = charm("charm", "rw-r--r--");
    Files.writeString(charm.resolve("dispatch"), "exec java\n");

    ArchiveException refused =
        assertThrows(
            ArchiveException.class,
            () -> CharmArchive.write(charm, temporary.resolve("a.charm"), TIME));

    assertEquals(
        List.of("dispatch:1: does not begin with \"#!\", such as \"#!/bin/sh\""),
        within(charm, refused));
  }

  @Test
  void refusesWhatIsNoFile() throws Exception {
    Path charm = charm("charm", "rw-r--r--");
    Process mkfifo = new ProcessBuilder("mkfifo", charm.resolve("pipe").toString()).start();
    assertEquals(0, mkfifo.waitFor());

    ArchiveException refused =
        assertThrows(
            ArchiveException.class,
            () -> CharmArchive.write(charm, temporary.resolve("a.charm"), TIME));

    assertEquals(
        List.of("pipe: is no file, directory or link, and Juju unpacks nothing else"),
        within(charm, refused));
  }

  private static List<String> within(Path charm, ArchiveException refused) {
    return refused.mistakes().stream()
        .map(mistake -> mistake.substring(charm.toString().length() + 1))
        .toList();
  }

  private Path charm(String name, String permissions) throws IOException {
    Path charm = Files.createDirectory(temporary.resolve(name));
    write(charm, "metadata.yaml", "name", permissions);
    write(charm, "manifest.yaml", "bases", permissions);
    write(charm, "dispatch", "#!/bin/sh\n", "rwxrwxr--");
    return charm;
  }

  private static void write(Path charm, String name, String text, String permissions)
      throws IOException {
    Path file = charm.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static List<String> content(Path archive) throws IOException {
    List<String> content = new ArrayList<>();
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        content.add("%o %s %s".formatted(entry.getUnixMode(), entry.getName(), text));
      }
    }
    return content;
  }
}
