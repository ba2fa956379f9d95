package dev.charmsignals.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.archive.CharmArchive;
import dev.charmsignals.testkit.archive.HandmadeArchive;
import dev.charmsignals.testkit.archive.Members;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent makes of an archive's entries (contract section 7). */
class UnpackedCharmTest {

  private static final Set<String> BY_JUJU = Set.of("revision", ".juju-charm");

  @TempDir Path agent;
  private int revision;

  private void unpack(HandmadeArchive archive) {
    unpack(archive.members());
  }

  private void unpack(Members members) {
    UnpackedCharm.unpack(members, agent, "local:panel-" + revision++, Set.of("install", "start"));
  }

  private Path charm(String name) {
    return agent.resolve("charm").resolve(name);
  }

  /** Returns what is in the charm's directory: modes of directories and files, ends of links. */
  private Map<String, String> found() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(agent.resolve("charm"))) {
      for (Path file : files.toList()) {
        String name = agent.resolve("charm").relativize(file).toString();
        if (!BY_JUJU.contains(name)) {
          found.put(name, shown(file));
        }
      }
    }
    return found;
  }

  private static String shown(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return "-> " + Files.readSymbolicLink(file);
    }
    String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    return (Files.isDirectory(file) ? "d" : "-") + permissions;
  }

  @Test
  void givesFilesTheirModesUnderTheUmaskOfAnAgent() throws IOException {
    unpack(
        HandmadeArchive.empty()
            .file("dispatch", 0755, "")
            .file("config.yaml", 0666, "")
            .file("script", 0777, "")
            .file("secret", 0600, "")
            .directory("lib/", 0775)
            .file("lib/panel.jar", 0644, "")
            .file("runtime/bin/java", 0755, "")
            .link("runtime/link", "bin/java"));

    assertEquals(
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("", "drwxr-xr-x"),
                Map.entry("config.yaml", "-rw-r--r--"),
                Map.entry("dispatch", "-rwxr-xr-x"),
                Map.entry("lib", "drwxr-xr-x"),
                Map.entry("lib/panel.jar", "-rw-r--r--"),
                Map.entry("runtime", "drwxr-xr-x"),
                Map.entry("runtime/bin", "drwxr-xr-x"),
                Map.entry("runtime/bin/java", "-rwxr-xr-x"),
                Map.entry("runtime/link", "-> bin/java"),
                Map.entry("script", "-rwxr-xr-x"),
                Map.entry("secret", "-rw-------"))),
        found());
  }

  @Test
  void makesDispatchOfAnArchiveWithoutModesUnexecutable() throws IOException {
    unpack(HandmadeArchive.empty().withoutMode("dispatch", "#!/bin/sh\n"));

    assertEquals("-rw-r--r--", shown(charm("dispatch")));
  }

  @Test
  void givesDirectoriesThatAreThereTheirModeWhateverTheUmask() throws IOException {
    unpack(
        HandmadeArchive.empty()
            .file("lib/panel.jar", 0644, "")
            .directory("lib/", 0777)
            .directory("new/", 0777));

    assertEquals(
        List.of("drwxrwxrwx", "drwxr-xr-x"), List.of(shown(charm("lib")), shown(charm("new"))));
  }

  @Test
  void makesOnlyHooksInTheirDirectoryExecutable() throws IOException {
    unpack(
        HandmadeArchive.empty()
            .file("dispatch", 0644, "")
            .file("install", 0644, "")
            .file("actions/install", 0644, "")
            .file("hooks/install", 0644, "")
            .file("hooks/other", 0644, "")
            .file("hooks/start/install", 0644, ""));

    assertEquals(
        List.of("hooks/install"),
        found().entrySet().stream()
            .filter(entry -> entry.getValue().matches("-..x.*"))
            .map(Map.Entry::getKey)
            .toList());
  }

  @Test
  void datesEverythingAtTheUnpacking() throws IOException {
    Instant before = Instant.now().minus(Duration.ofMinutes(1));

    unpack(HandmadeArchive.empty().directory("lib/", 0755).file("lib/panel.jar", 0644, ""));
    FileTime first = Files.getLastModifiedTime(charm("lib/panel.jar"));
    unpack(HandmadeArchive.empty().directory("lib/", 0755).file("lib/panel.jar", 0644, ""));
    FileTime second = Files.getLastModifiedTime(charm("lib/panel.jar"));

    assertTrue(first.toInstant().isAfter(before), first.toString());
    assertTrue(second.compareTo(first) >= 0, second.toString());
  }

  @Test
  void keepsTheLastOfSeveralEntriesOfOneName() throws IOException {
    unpack(
        HandmadeArchive.empty()
            .file("metadata.yaml", 0600, "name: first")
            .file("./metadata.yaml", 0644, "name: last"));

    assertEquals("name: last", Files.readString(charm("metadata.yaml")));
    assertEquals("-rw-r--r--", shown(charm("metadata.yaml")));
  }

  @Test
  void keepsWhatIsNamedAsIfItWereOutsideInside() throws IOException {
    unpack(
        HandmadeArchive.empty()
            .file("../../up", 0644, "up")
            .file("/root", 0644, "root")
            .file("lib/../../both", 0644, "both"));

    assertEquals(Set.of("", "up", "root", "both"), found().keySet());
    assertFalse(Files.exists(agent.resolve("up")));
  }

  @Test
  void writesThroughNoLinkThatLeadsOutByWayOfAnother() throws IOException {
    Path outside = Files.createDirectory(agent.resolve("other"));
    HandmadeArchive archive =
        HandmadeArchive.empty()
            .link("lib/up", "..") // to the charm's directory, which is allowed
            .link("out", "lib/up/../other") // to lib/other by the letter, and out by the link
            .file("out/evil", 0644, "");

    assertEquals(
        "cannot install charm: cannot extract \"out/evil\": Juju would follow \"out\" out of the"
            + " charm's directory, and the simulated one does not",
        refusal(archive.members()));
    try (Stream<Path> files = Files.list(outside)) {
      assertEquals(List.of(), files.toList());
    }
  }

  private String refusal(Members members) {
    return assertThrows(ImpossibleWorldException.class, () -> unpack(members)).getMessage();
  }

  @Test
  void stopsAtAFileInTheWayOfADirectory() throws IOException {
    assertEquals(
        "cannot install charm: cannot extract \"lib/x\": mkdir %s: not a directory"
            .formatted(agent.toRealPath().resolve("charm/lib")),
        refusal(HandmadeArchive.empty().file("lib", 0644, "").file("lib/x", 0644, "").members()));
  }

  @Test
  void replacesWhateverIsInTheWay() throws IOException {
    unpack(
        HandmadeArchive.empty()
            .file("file-to-directory", 0644, "")
            .file("directory-to-file/x", 0644, "")
            .link("link-to-file", "target")
            .file("target", 0644, "untouched"));
    unpack(
        HandmadeArchive.empty()
            .directory("file-to-directory/", 0755)
            .file("directory-to-file", 0644, "")
            .file("link-to-file", 0644, "new")
            .file("target", 0644, "untouched"));

    assertEquals(
        new TreeMap<>(
            Map.of(
                "", "drwxr-xr-x",
                "directory-to-file", "-rw-r--r--",
                "file-to-directory", "drwxr-xr-x",
                "link-to-file", "-rw-r--r--",
                "target", "-rw-r--r--")),
        found());
    assertEquals("untouched", Files.readString(charm("target")));
  }

  @Test
  void deletesInAnUpgradeWhatOnlyTheOldRevisionHad() throws IOException {
    unpack(
        HandmadeArchive.empty()
            .file("both", 0644, "old")
            .file("old", 0644, "")
            .file("lib/old.jar", 0644, "")
            .link("old-link", "both"));
    Files.writeString(charm("made-by-charm"), "");
    Files.writeString(charm("lib/made-by-charm"), "");

    unpack(HandmadeArchive.empty().file("both", 0644, "new").file("lib/new.jar", 0644, ""));

    assertEquals(
        Set.of("", "both", "lib", "lib/made-by-charm", "lib/new.jar", "made-by-charm"),
        found().keySet());
    assertEquals("new", Files.readString(charm("both")));
  }

  @Test
  void deletesWithADirectoryThatOnlyTheOldRevisionListedAllThatIsInIt() throws IOException {
    unpack(HandmadeArchive.empty().directory("data/", 0755).file("cache/x", 0644, ""));
    Files.writeString(charm("data/made-by-charm"), "");
    Files.writeString(charm("cache/made-by-charm"), "");

    unpack(HandmadeArchive.empty());

    assertEquals(Set.of("", "cache", "cache/made-by-charm"), found().keySet());
  }

  @Test
  void deletesNothingOutside() throws IOException {
    Path precious = Files.writeString(agent.resolve("precious"), "");
    unpack(HandmadeArchive.empty().file("../precious", 0644, ""));

    unpack(HandmadeArchive.empty());

    assertTrue(Files.exists(precious));
    assertEquals(Set.of("", "precious"), found().keySet(), "it is listed under another name");
  }

  @Test
  void deletesNothingThroughALinkThatTheCharmMade() throws IOException {
    unpack(HandmadeArchive.empty().file("lib/old.jar", 0644, ""));
    Path outside = Files.createDirectory(agent.resolve("outside"));
    Path precious = Files.writeString(outside.resolve("old.jar"), "");
    Files.delete(charm("lib/old.jar"));
    Files.delete(charm("lib"));
    Files.createSymbolicLink(charm("lib"), outside);

    unpack(HandmadeArchive.empty());

    assertTrue(Files.exists(precious));
  }

  @Test
  void goesByItsOwnNotesWhateverAnArchiveClaims() throws IOException {
    unpack(HandmadeArchive.empty().file(".juju-charm", 0644, "{").file("old", 0644, ""));

    unpack(HandmadeArchive.empty().file(".juju-charm", 0644, "[]"));

    assertEquals("local:panel-1\n", Files.readString(charm(".juju-charm")));
    assertEquals(Set.of(""), found().keySet());
  }

  @Test
  void notesDownWhichCharmItIsAndItsFiles() throws IOException {
    unpack(HandmadeArchive.empty().directory("lib/", 0755).file("./lib/x: y", 0644, ""));

    assertEquals("local:panel-0\n", Files.readString(charm(".juju-charm")));
    assertEquals(
        "- lib\n- \"lib/x: y\"\n- revision\n",
        Files.readString(agent.resolve("state/deployer/manifests/local_3a_panel-0")));
    assertFalse(Files.exists(charm(".juju-deploying"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void alwaysWritesTheRevision() throws IOException {
    unpack(HandmadeArchive.empty());
    assertEquals("0", Files.readString(charm("revision")));

    unpack(HandmadeArchive.empty().file("revision", 0600, "7\n"));
    assertEquals("7", Files.readString(charm("revision")));
  }

  @Test
  void expandsWhateverSizeTheArchiveAdmitsTo(@TempDir Path directory) throws IOException {
    char[] zeros = new char[4_000_000];
    Arrays.fill(zeros, '0');
    Path bomb =
        HandmadeArchive.of("name: panel")
            .file("bomb", 0644, new String(zeros))
            .in(directory, "bomb.charm");

    unpack(CharmArchive.read(bomb).members());

    assertTrue(Files.size(bomb) < 10_000, "it is small: " + Files.size(bomb));
    assertEquals(zeros.length, Files.size(charm("bomb")));
  }

  @Test
  void stopsWhereContentIsNotWhatTheArchiveSaysOfIt(@TempDir Path directory) {
    HandmadeArchive archive = HandmadeArchive.of("name: panel").file("x", 0644, "0".repeat(9_999));
    List<Path> broken =
        List.of(
            archive.withSize(directory, "longer.charm", 10),
            archive.withSize(directory, "shorter.charm", 10_000),
            archive.withChecksum(directory, "other.charm", 1),
            archive.withMethod(directory, "method.charm", 12));

    assertEquals(
        List.of(
            "cannot install charm: cannot extract \"x\": zip: not a valid zip file",
            "cannot install charm: cannot extract \"x\": unexpected EOF",
            "cannot install charm: cannot extract \"x\": zip: checksum error",
            "cannot install charm: cannot extract \"x\": zip: unsupported compression algorithm"),
        broken.stream().map(file -> refusal(CharmArchive.read(file).members())).toList());
  }

  @Test
  void speaksOfUpgradingWhereThereIsACharmAlready() {
    unpack(HandmadeArchive.empty());

    assertEquals(
        "cannot upgrade charm: cannot extract \"queue\": unknown file type 33554432",
        refusal(HandmadeArchive.empty().entry("queue", 0010644, "").members()));
  }
}
