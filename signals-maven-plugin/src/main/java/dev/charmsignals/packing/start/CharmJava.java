package dev.charmsignals.packing.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Runs the runtime of a charm as dispatch does: in the charm's directory, with next to nothing in
 * its environment.
 *
 * @param charm the charm's directory
 * @param classPath relative to it
 * @param options what dispatch gives to Java
 * @param before what the command begins with
 */
record CharmJava(Path charm, String classPath, List<String> options, List<String> before) {

  private static final List<String> AS_DISPATCH =
      List.of(
          "-Xrs",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Dslf4j.provider=dev.charmsignals.logging.JujuLogProvider",
          "-Dslf4j.internal.verbosity=WARN");

  CharmJava(Path charm, String classPath, List<String> options) {
    this(charm, classPath, options, List.of());
  }

  /**
   * Returns one whose threads take turns, where the machine has the command for it, so that what
   * Java writes does not depend on which of its threads was faster.
   */
  CharmJava onOneProcessor() {
    Path taskset = Path.of("/usr/bin/taskset");
    Path status = Path.of("/proc/self/status");
    if (!Files.isExecutable(taskset) || !Files.isReadable(status)) {
      return this;
    }
    String allowed = "Cpus_allowed_list:";
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(allowed))
          .map(line -> line.substring(allowed.length()).strip().split("[-,]")[0])
          .findFirst()
          .map(first -> List.of(taskset.toString(), "-c", first))
          .map(command -> new CharmJava(charm, classPath, options, command))
          .orElse(this);
    } catch (IOException e) {
      return this; // as fast, and as sound, but not the same bytes each time
    }
  }

  /** Whether a runtime is there and made for machines like this one. */
  static boolean runs(Path runtime) {
    Path java = runtime.resolve("bin/java");
    if (!Files.isExecutable(java)) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(java.toAbsolutePath().toString(), "-version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // it is for another architecture
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns the feature release of a runtime, such as 17. */
  static int release(Path runtime) {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(runtime.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      throw new ClassArchiveException("Cannot read the release of " + runtime, e);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }

  /** Runs Java and throws what it said if it failed. */
  void run(List<String> more, List<String> arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(charm.resolve("runtime/bin/java").toAbsolutePath().toString());
    command.addAll(AS_DISPATCH);
    command.addAll(more);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(charm.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("LANG", "C.UTF-8", "PATH", "/usr/bin:/bin"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = ClassArchive.text(process.getInputStream().readAllBytes());
      int status = process.waitFor();
      if (status != 0) {
        throw new ClassArchiveException(
            "The charm cannot be started, so no archive of its classes can be made (status %d; with"
                + " <option>-Xshare:off</option> none is tried):%n%s%n%s",
            status, String.join(" ", command), said);
      }
    } catch (IOException e) {
      throw new ClassArchiveException("Cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClassArchiveException("Interrupted while running " + command.get(0), e);
    }
  }
}
