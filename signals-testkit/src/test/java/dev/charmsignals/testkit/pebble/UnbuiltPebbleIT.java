package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the checks of a change where a Pebble to test against could be built, but was
 * not: everybody else may go on without, and CI fails.
 */
@Tag("any-jdk")
class UnbuiltPebbleIT {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String MODULE = "signals-testkit/src/test/pebble/go.mod";

  /** What CI runs beside the one script that matters here. */
  private static final List<String> OTHERS =
      List.of("lint", "test", "demo", "check-reproducible", "check-consumer");

  @TempDir private Path directory;

  private record Ended(int status, String lastLine) {}

  @Test
  void failsInCi() throws Exception {
    assertEquals(new Ended(1, "run: the real Pebble could not be built"), run(".ci/run", "go99.0"));
  }

  @Test
  void isPutUpWithInCiWhereGoIsTooOld() throws Exception {
    assertEquals(0, run(".ci/run", "go1.2").status());
  }

  @Test
  void isToldApartFromAFailureElsewhere() throws Exception {
    assertEquals(
        new Ended(3, "Pebble " + version() + " could not be built, perhaps for want of a network"),
        run("scripts/build-pebble", "go99.0"));
  }

  /**
   * Runs a script of a copy of the repository, with a Go that says its version and builds nothing.
   */
  private Ended run(String script, String go) throws Exception {
    for (String file :
        List.of(".ci/run", "scripts/build-pebble", "scripts/lib/common.sh", MODULE)) {
      Files.createDirectories(directory.resolve(file).getParent());
      Files.copy(ROOT.resolve(file), directory.resolve(file));
    }
    for (String other : OTHERS) {
      write("scripts/" + other, "exit 0");
    }
    for (String program : List.of("mvn", "perl", "shellcheck")) {
      write("bin/" + program, "exit 0");
    }
    write("bin/go", "[[ $1 == build ]] && exit 1\necho " + go);
    Path output = directory.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(directory.resolve(script).toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "JAVA_HOME"));
    environment.merge(
        "PATH", directory.resolve("bin").toString(), (all, own) -> own + File.pathSeparator + all);
    environment.put("HOME", directory.toString());
    int status = builder.start().waitFor();
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    return new Ended(status, lines.isEmpty() ? "" : lines.get(lines.size() - 1));
  }

  private void write(String file, String script) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/usr/bin/env bash\n" + script + "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String version() throws IOException {
    return Files.readString(ROOT.resolve(MODULE))
        .lines()
        .filter(line -> line.contains("canonical/pebble v"))
        .map(line -> line.substring(line.indexOf(" v") + 1).strip())
        .findFirst()
        .orElseThrow();
  }
}
