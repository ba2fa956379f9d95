package dev.charmsignals.examples.benchmarks.dispatch;

import dev.charmsignals.testkit.agent.ToolsDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/**
 * Measures the hooks of one unit: put in front of its {@code dispatch}, it starts it, waits for it,
 * and notes down what the kernel says of it.
 *
 * @param directory where the notes go
 */
record Meter(Path directory) {

  private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

  /** Returns what makes each hook command note down that it was started as a process. */
  Map<String, String> variables() {
    return Map.of(ToolsDirectory.TRACE, trace().toString());
  }

  /** Puts itself in front of the dispatch of a charm that has been unpacked for a unit. */
  void install(Path charm) {
    try {
      Path dispatch = charm.resolve("dispatch");
      Files.move(dispatch, charm.resolve("dispatch-itself"));
      Files.writeString(
          dispatch,
          script()
              .replace("@notes@", notes().toString())
              .replace("@getrusage@", Integer.toString(getrusage())));
      Files.setPosixFilePermissions(dispatch, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot measure " + charm, e);
    }
  }

  /** Forgets the last hook. */
  void reset() {
    try {
      Files.deleteIfExists(trace());
      Files.deleteIfExists(notes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the notes in " + directory, e);
    }
  }

  /** Returns what the last hook took. */
  Cost cost() {
    try {
      String[] notes = Files.readString(notes()).strip().split(" ");
      int processes = Files.exists(trace()) ? Files.readAllLines(trace()).size() : 0;
      return new Cost(
          Double.parseDouble(notes[0]),
          Double.parseDouble(notes[1]),
          Double.parseDouble(notes[2]) / KIBIBYTES_PER_MEBIBYTE,
          processes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the notes in " + directory, e);
    }
  }

  private Path notes() {
    return directory.resolve("notes");
  }

  private Path trace() {
    return directory.resolve("trace");
  }

  /** Returns Linux's number of the system call, which Perl has only in modules beyond its base. */
  private static int getrusage() {
    return switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
      case "Linux amd64" -> 98;
      case "Linux aarch64" -> 165;
      default -> throw new IllegalStateException("Only Linux on amd64 or arm64 can be measured");
    };
  }

  private static String script() throws IOException {
    try (InputStream in = Meter.class.getResourceAsStream("meter")) {
      return new String(
          Objects.requireNonNull(in, "meter is missing").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
