package dev.charmsignals.packing.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Runs the runtime of a charm as dispatch does: in the charm's directory, with next to nothing in
 * its environment.
 *
 * @param charm the charm's directory
 * @param classPath relative to it
 * @param options what dispatch gives to Java
 * @param limit how long Java may run, after which it is killed
 */
record CharmJava(Path charm, String classPath, List<String> options, Duration limit) {

  private static final List<String> AS_DISPATCH =
      List.of(
          "-Xrs",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Dslf4j.provider=dev.charmsignals.logging.JujuLogProvider",
          "-Dslf4j.internal.verbosity=WARN");

  private static final String CONSTRUCTING =
      "its constructor was still running after %d s: let it register handlers and wait for nothing";

  private static final String MAKING = "Java was still making the archive after %d s";

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
      boolean ended = process.waitFor(1, TimeUnit.MINUTES);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
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

  /** Returns the same with another limit. */
  CharmJava within(Duration time) {
    return new CharmJava(charm, classPath, options, time);
  }

  /**
   * Runs Java.
   *
   * @param before what the command begins with
   * @param more options before those of dispatch's author
   * @param arguments the main class and its arguments, if there is one
   * @throws ClassArchiveException with what Java said, if it failed or did not come to an end
   */
  void run(List<String> before, List<String> more, List<String> arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(charm.resolve("runtime/bin/java").toAbsolutePath().toString());
    command.addAll(AS_DISPATCH);
    command.addAll(more);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(arguments);
    try {
      Path said = Files.createTempFile("archive", ".log");
      try {
        run(command, said, arguments.isEmpty() ? MAKING : CONSTRUCTING);
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new ClassArchiveException("Cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClassArchiveException("Interrupted while running " + command.get(0), e);
    }
  }

  private void run(List<String> command, Path said, String late)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(charm.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("LANG", "C.UTF-8", "PATH", "/usr/bin:/bin"));
    Process process = builder.start();
    process.getOutputStream().close();
    if (!ends(process)) {
      throw failed(late, limit.toSeconds(), command, said);
    }
    if (process.exitValue() != 0) {
      throw failed("status %d", process.exitValue(), command, said);
    }
  }

  private boolean ends(Process process) throws InterruptedException {
    boolean ended = false;
    try {
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES); // it has files in use
      }
    }
    return ended;
  }

  private static ClassArchiveException failed(
      String why, long number, List<String> command, Path said) throws IOException {
    return new ClassArchiveException(
        "The charm cannot be started, so no archive of its classes can be made (%s; with"
            + " <option>-Xshare:off</option> none is tried):%n%s%n%s",
        why.formatted(number),
        String.join(" ", command),
        new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip());
  }
}
