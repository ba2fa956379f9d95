package dev.charmsignals.packing.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
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
        List.of(new Library("z.jar", charm), new Library("a.jar", charm)));
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
    Dispatch.write(charm.resolve("dispatch"), new Launch("Main", "64m", List.of()), List.of());
    program("machine/bin/java");

    List<String> words = run(Map.of("JAVA_HOME", charm.resolve("machine").toString()));

    assertEquals(charm.resolve("machine/bin/java").toString(), words.get(0));
  }

  @Test
  void endsWithAFileThatCanBeRunAsTheLinterOfCharmcraftWants() throws IOException {
    Path dispatch = charm.resolve("dispatch");
    Dispatch.write(dispatch, new Launch("Main", "64m", List.of()), List.of());

    List<String> lines = Files.readAllLines(dispatch).stream().filter(l -> !l.isBlank()).toList();
    String[] words = lines.get(lines.size() - 1).split(" ");

    assertTrue(Files.isExecutable(charm.resolve(words[words.length - 1])), lines.toString());
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
