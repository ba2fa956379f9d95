package dev.charmsignals.examples.together.postgresql;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Who runs the servers: whoever runs the tests, or nobody where that is root, since PostgreSQL
 * refuses to be run by root.
 *
 * @param command what is put in front of a command
 */
record Unprivileged(List<String> command) {

  /** The number of the user and of the group that have no rights, on every system of our days. */
  private static final int NOBODY = 65_534;

  /** Finds out, or skips the test where root cannot become another. */
  static Unprivileged find() throws IOException {
    Path own = Files.createTempFile("owner-", "");
    Object uid = Files.getAttribute(own, "unix:uid");
    Files.delete(own);
    if (!uid.equals(0)) {
      return new Unprivileged(List.of());
    }
    boolean able =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "setpriv")));
    if (!able) {
      throw skip("Root may not run PostgreSQL, and there is no setpriv to become another");
    }
    return new Unprivileged(
        List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--no-new-privs"));
  }

  /** Returns what skips a test; in CI, where nothing is to be skipped, it fails the test. */
  static RuntimeException skip(String reason) {
    return System.getenv("CI") == null
        ? new TestAbortedException(reason)
        : new IllegalStateException(reason);
  }

  /** Makes a file or directory theirs. */
  void own(Path path) throws IOException {
    if (!command.isEmpty()) {
      Files.setAttribute(path, "unix:uid", NOBODY);
      Files.setAttribute(path, "unix:gid", NOBODY);
    }
  }

  /** Runs a command to its end, and fails with what it said if that is not a success. */
  void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.add(program);
    words.addAll(List.of(arguments));
    Path output = Files.createTempFile("output-", "");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(new File("/"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().retainAll(List.of("PATH"));
      builder.environment().putAll(Map.of("LC_ALL", "C"));
      int status = builder.start().waitFor();
      if (status != 0) {
        String said = Files.readString(output, StandardCharsets.UTF_8);
        throw new IOException(program + " ended with " + status + ": " + said);
      }
    } finally {
      Files.delete(output);
    }
  }
}
