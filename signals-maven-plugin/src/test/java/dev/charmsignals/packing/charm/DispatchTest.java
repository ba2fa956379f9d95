package dev.charmsignals.packing.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.packing.start.ArchiveUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchTest {

  private static final String USE = "-XX:SharedArchiveFile=x";

  @TempDir private Path charm;

  @Test
  void startsTheMainClassWithItsHeapItsOptionsAndItsJarsInOrder() throws Exception {
    Launch launch =
        new Launch("com.example.My$Charm", "48m", List.of("-Dplain=1", "-Dodd=it's $HOME; *"));
    Dispatch.write(
        charm.resolve("dispatch"),
        launch,
        List.of(new Library("z.jar", charm), new Library("a.jar", charm)),
        Optional.empty());
    program("runtime/bin/java");

    List<String> words = run(Map.of());

    assertEquals("runtime/bin/java", words.get(0));
    assertEquals(
        List.of(
            "-Xmx48m",
            "-Dplain=1",
            "-Dodd=it's $HOME; *",
            "-cp",
            "lib/z.jar:lib/a.jar",
            "com.example.My$Charm"),
        words.subList(words.indexOf("-Xmx48m"), words.size()));
  }

  @Test
  void usesTheJavaOfTheMachineIfItBringsNone() throws Exception {
    Dispatch.write(
        charm.resolve("dispatch"),
        new Launch("Main", "64m", List.of()),
        List.of(),
        Optional.empty());
    program("machine/bin/java");

    List<String> words = run(Map.of("JAVA_HOME", charm.resolve("machine").toString()));

    assertEquals(charm.resolve("machine/bin/java").toString(), words.get(0));
  }

  @Test
  void endsWithAFileThatCanBeRunAsTheLinterOfCharmcraftWants() throws IOException {
    Path dispatch = charm.resolve("dispatch");
    Dispatch.write(dispatch, new Launch("Main", "64m", List.of()), List.of(), Optional.empty());

    List<String> lines = Files.readAllLines(dispatch).stream().filter(l -> !l.isBlank()).toList();
    String[] words = lines.get(lines.size() - 1).split(" ");

    assertTrue(Files.isExecutable(charm.resolve(words[words.length - 1])), lines.toString());
  }

  @Test
  void usesTheArchiveUnlessAJarIsNewer() throws Exception {
    packWithArchive();
    assertTrue(usesArchive());

    Files.setLastModifiedTime(charm.resolve("lib/a.jar"), later());

    assertFalse(usesArchive());
  }

  /** Charmcraft's archives have the files of {@code lib} in any order, but before those below. */
  @Test
  void usesAnArchiveThatWasUnpackedBeforeAJar() throws Exception {
    packWithArchive();

    Files.setLastModifiedTime(
        charm.resolve("lib/charm.jsa"), FileTime.from(Instant.now().minusSeconds(60)));

    assertTrue(usesArchive());
  }

  @Test
  void doesWithoutAnArchiveOfWhichItIsNotSureThatItIsWhole() throws Exception {
    packWithArchive();

    Files.setLastModifiedTime(charm.resolve("lib/charm.jsa"), later());
    boolean rewritten = usesArchive();
    Files.setLastModifiedTime(charm.resolve("lib/last/unpacked"), later());
    boolean whole = usesArchive();
    Files.write(charm.resolve("lib/last/unpacked"), new byte[0]);
    boolean lastIsEmpty = usesArchive();
    Files.delete(charm.resolve("lib/last/unpacked"));
    boolean lastIsMissing = usesArchive();

    assertEquals(
        List.of(false, true, false, false), List.of(rewritten, whole, lastIsEmpty, lastIsMissing));
  }

  @Test
  void doesWithoutAnArchiveThatIsNotThere() throws Exception {
    packWithArchive();
    Files.delete(charm.resolve("lib/charm.jsa"));

    assertFalse(usesArchive());
  }

  @Test
  void leavesTheArchiveToTheRuntimeItWasMadeBy() throws Exception {
    packWithArchive();
    Files.delete(charm.resolve("runtime/bin/java"));
    program("machine/bin/java");

    List<String> words = run(Map.of("JAVA_HOME", charm.resolve("machine").toString()));

    assertFalse(words.contains(USE), words.toString());
  }

  private void packWithArchive() throws IOException {
    ArchiveUse archive = new ArchiveUse("lib/charm.jsa", "lib/last/unpacked", List.of(USE));
    Dispatch.write(
        charm.resolve("dispatch"),
        new Launch("Main", "64m", List.of()),
        List.of(new Library("a.jar", charm)),
        Optional.of(archive));
    program("runtime/bin/java");
    Files.createDirectories(charm.resolve("lib/last"));
    Files.createFile(charm.resolve("lib/a.jar"));
    Files.createFile(charm.resolve("lib/charm.jsa"));
    Files.writeString(charm.resolve("lib/last/unpacked"), "last");
  }

  private boolean usesArchive() throws Exception {
    return run(Map.of()).contains(USE);
  }

  private static FileTime later() {
    return FileTime.from(Instant.now().plusSeconds(60));
  }

  /** Makes a program that prints how it was called, a word a line. */
  private void program(String name) throws IOException {
    Path program = charm.resolve(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> run(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(charm.resolve("dispatch").toString());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JUJU_CHARM_DIR", charm.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    List<String> words = new String(process.getInputStream().readAllBytes()).lines().toList();
    assertEquals(0, process.waitFor(), words.toString());
    return words;
  }
}
