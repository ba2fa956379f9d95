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
    ArchiveUse archive = new ArchiveUse("lib/charm.jsa", List.of("-XX:SharedArchiveFile=x"));
    Dispatch.write(
        charm.resolve("dispatch"),
        new Launch("Main", "64m", List.of()),
        List.of(new Library("a.jar", charm)),
        Optional.of(archive));
    program("runtime/bin/java");
    Path jar = Files.createFile(Files.createDirectory(charm.resolve("lib")).resolve("a.jar"));

    boolean before = run(Map.of()).contains("-XX:SharedArchiveFile=x");
    Files.createFile(charm.resolve("lib/charm.jsa"));
    boolean packed = run(Map.of()).contains("-XX:SharedArchiveFile=x");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    boolean changed = run(Map.of()).contains("-XX:SharedArchiveFile=x");

    assertEquals(List.of(false, true, false), List.of(before, packed, changed));
  }

  @Test
  void leavesTheArchiveToTheRuntimeItWasMadeBy() throws Exception {
    ArchiveUse archive = new ArchiveUse("lib/charm.jsa", List.of("-XX:SharedArchiveFile=x"));
    Dispatch.write(
        charm.resolve("dispatch"),
        new Launch("Main", "64m", List.of()),
        List.of(),
        Optional.of(archive));
    program("machine/bin/java");
    Files.createFile(Files.createDirectory(charm.resolve("lib")).resolve("charm.jsa"));

    List<String> words = run(Map.of("JAVA_HOME", charm.resolve("machine").toString()));

    assertFalse(words.contains("-XX:SharedArchiveFile=x"), words.toString());
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
