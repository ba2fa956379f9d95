package dev.charmsignals.packing.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharmJavaTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path charm;

  @Test
  void runsInTheCharmsDirectoryWithOptionsAsInAHookAndNextToNoEnvironment() throws IOException {
    ScriptedRuntime runtime = ScriptedRuntime.in(charm, "17.0.15", "env > environment\n");

    java(LONG).run(List.of(), List.of("-Xmore"), List.of("Main", "argument"));

    assertEquals(
        List.of(
            "-Xrs -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"
                + " -Dslf4j.provider=dev.charmsignals.logging.JujuLogProvider"
                + " -Dslf4j.internal.verbosity=WARN -Xmore -Xmx64m -cp lib/a.jar:lib/b.jar"
                + " Main argument"),
        runtime.calls());
    assertEquals(
        List.of("LANG", "PATH"),
        Files.readAllLines(charm.resolve("environment")).stream()
            .map(line -> line.substring(0, line.indexOf('=')))
            .filter(name -> !List.of("PWD", "OLDPWD", "SHLVL", "_").contains(name)) // the shell's
            .sorted()
            .toList());
  }

  @Test
  void tellsWhatJavaSaidWhenItFails() throws IOException {
    ScriptedRuntime.in(charm, "17.0.15", "echo cannot read /srv >&2; exit 3\n");

    ClassArchiveException failed =
        assertThrows(
            ClassArchiveException.class,
            () -> java(LONG).run(List.of(), List.of(), List.of("Main")));

    List<String> lines = String.valueOf(failed.getMessage()).lines().toList();
    assertEquals(
        "The charm cannot be started, so no archive of its classes can be made (status 3; with"
            + " <option>-Xshare:off</option> none is tried):",
        lines.get(0));
    assertEquals("cannot read /srv", lines.get(2));
  }

  @Test
  void killsACharmThatIsNeverConstructedAndSaysWhatToDo() throws IOException {
    ScriptedRuntime.in(charm, "17.0.15", "echo waiting; sleep 3600\n");

    ClassArchiveException failed =
        assertThrows(
            ClassArchiveException.class,
            () -> java(Duration.ofSeconds(1)).run(List.of(), List.of(), List.of("Main")));

    List<String> lines = String.valueOf(failed.getMessage()).lines().toList();
    assertEquals(
        "The charm cannot be started, so no archive of its classes can be made (its constructor was"
            + " still running after 1 s: let it register handlers and wait for nothing; with"
            + " <option>-Xshare:off</option> none is tried):",
        lines.get(0));
    assertEquals("waiting", lines.get(2));
  }

  @Test
  void knowsWhetherARuntimeRunsHereAndItsRelease() throws IOException {
    Path runtime = charm.resolve("runtime");
    boolean missing = CharmJava.runs(runtime);
    ScriptedRuntime.in(charm, "25.0.3", "");

    assertFalse(missing);
    assertTrue(CharmJava.runs(runtime));
    assertEquals(25, CharmJava.release(runtime));

    Files.write(runtime.resolve("bin/java"), new byte[] {0x7f, 'E', 'L', 'F'});
    assertFalse(CharmJava.runs(runtime), "made for another architecture");
  }

  private CharmJava java(Duration limit) {
    return new CharmJava(charm, "lib/a.jar:lib/b.jar", List.of("-Xmx64m"), limit);
  }
}
