package dev.charmsignals.examples.together;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.agent.UnpackedCharm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code dispatch} of packed charms without a runtime, with programs in the place of Java. */
class DispatchScriptIT {

  @TempDir Path directory;
  private Path charm = Path.of("");

  @BeforeEach
  void unpackACharm() {
    Path packed = Charms.directory(BothCharms.EXAMPLES, "bare-observer");
    UnpackedCharm.unpack(packed, directory, Set.of());
    charm = directory.resolve("charm");
  }

  @Test
  void prefersTheRuntimeThatTheCharmBrings() throws Exception {
    java(charm.resolve("runtime"), "the charm's");
    java(directory.resolve("home"), "JAVA_HOME's");

    assertEquals("the charm's", dispatched(Map.of("JAVA_HOME", directory + "/home")).firstLine());
  }

  @Test
  void prefersJavaHomeToPath() throws Exception {
    java(directory.resolve("home"), "JAVA_HOME's");
    java(directory.resolve("path"), "PATH's");
    Map<String, String> environment =
        Map.of("JAVA_HOME", directory + "/home", "PATH", directory + "/path/bin");

    assertEquals("JAVA_HOME's", dispatched(environment).firstLine());
  }

  @Test
  void passesOverAJavaHomeThatHoldsNone() throws Exception {
    java(directory.resolve("path"), "PATH's");
    Map<String, String> environment =
        Map.of("JAVA_HOME", directory + "/nowhere", "PATH", directory + "/path/bin");

    assertEquals("PATH's", dispatched(environment).firstLine());
  }

  @Test
  void saysWhereItLookedWhenThereIsNoJava() throws Exception {
    Ended ended = dispatched(Map.of("PATH", "/nowhere"));

    assertEquals(
        new Ended(
            1,
            ended.process(),
            """
            This charm needs Java 17 or newer: there is no runtime/bin/java in %s,
            JAVA_HOME names none (""), and neither does PATH ("/nowhere").
            """
                .formatted(charm.toRealPath())),
        ended);
  }

  @Test
  void startsJavaInItsOwnPlaceWithTheMainClassLast() throws Exception {
    java(charm.resolve("runtime"), "java");

    Ended ended = dispatched(Map.of());

    List<String> lines = ended.output().lines().toList();
    assertEquals(ended.process(), lines.get(1), "a signal to the hook must reach Java");
    assertTrue(lines.contains("-Xrs"), "dies of SIGTERM, so that Juju runs the hook again");
    assertEquals(
        List.of(
            "-cp",
            "lib/bare-observer.jar:lib/signals-juju.jar:lib/signals-core.jar:lib/jackson-core.jar"
                + ":lib/jackson-dataformat-yaml.jar:lib/snakeyaml.jar:lib/jackson-databind.jar"
                + ":lib/jackson-annotations.jar:lib/slf4j-api.jar:lib/peer-signals.jar"
                + ":lib/jspecify.jar",
            "dev.charmsignals.examples.bare.BareObserverCharm"),
        lines.subList(lines.size() - 3, lines.size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bare-observer", "installer", "panel", "tally"})
  void satisfiesTheLinterOfCharmcraft(String name) throws IOException {
    Path packed = Charms.directory(BothCharms.EXAMPLES, name);
    List<String> lines =
        Files.readAllLines(packed.resolve("dispatch")).stream()
            .filter(line -> !line.isBlank())
            .toList();
    String lastLine = lines.get(lines.size() - 1);
    String entrypoint = lastLine.substring(lastLine.lastIndexOf(' ') + 1);

    assertTrue(Files.isExecutable(packed.resolve(entrypoint)), entrypoint);
    assertEquals(-1, lastLine.indexOf('\''), "the linter takes quotes for quotes");
  }

  @ParameterizedTest
  @CsvSource({"installer, panel", "bare-observer, sidecar"})
  void differsFromCharmToCharmOnlyInClassPathAndMainClass(String one, String other)
      throws IOException {
    assertEquals(withoutClasses(one), withoutClasses(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bare-observer", "installer", "panel", "tally"})
  void liesNextToEverythingThatJujuNeeds(String name) throws IOException {
    Path packed = Charms.directory(BothCharms.EXAMPLES, name);
    try (Stream<Path> files = Files.list(packed)) {
      assertTrue(
          files
              .map(file -> file.getFileName().toString())
              .toList()
              .containsAll(List.of("metadata.yaml", "manifest.yaml", "dispatch", "LICENSE")));
    }
    assertTrue(Files.exists(packed.resolve("lib").resolve(name + ".jar")));
  }

  private static List<String> withoutClasses(String name) throws IOException {
    Path dispatch = Charms.directory(BothCharms.EXAMPLES, name).resolve("dispatch");
    return Files.readAllLines(dispatch).stream()
        .map(line -> line.replaceFirst(" -cp .*", ""))
        .toList();
  }

  /** Makes a program that prints a name, its process id and its arguments, one to a line. */
  private static void java(Path home, String name) throws IOException {
    Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"" + name + "\" $$ \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ended dispatched(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(charm.resolve("dispatch").toString())
            .directory(charm.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), Long.toString(process.pid()), output);
  }

  private record Ended(int status, String process, String output) {

    String firstLine() {
      return output.lines().findFirst().orElse("");
    }
  }
}
