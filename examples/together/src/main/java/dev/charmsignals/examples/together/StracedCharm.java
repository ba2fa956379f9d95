package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.agent.UnpackedCharm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * A copy of a charm whose {@code dispatch} runs under strace, which knows of every program that is
 * started, whoever starts it.
 *
 * @param directory the copy
 * @param report what strace writes, for the last hook
 */
record StracedCharm(Path directory, Path report) {

  static StracedCharm of(Path charm, Path parent) throws IOException {
    UnpackedCharm.unpack(charm, parent, Set.of());
    Path copy = parent.resolve("charm");
    Path report = parent.resolve("report");
    Path dispatch = copy.resolve("dispatch");
    Files.move(dispatch, copy.resolve("dispatch-itself"));
    Files.writeString(
        dispatch,
        """
        #!/bin/sh
        exec strace -f -qq -e trace=execve -o '%s' ./dispatch-itself
        """
            .formatted(report));
    Files.setPosixFilePermissions(dispatch, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new StracedCharm(copy, report);
  }

  /** Returns how many processes started a program, the hook's own one aside. */
  int programs() throws IOException {
    Set<String> processes = new HashSet<>();
    for (String line : Files.readAllLines(report)) {
      if (line.contains("execve") && line.endsWith("= 0")) {
        processes.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return processes.size() - 1;
  }
}
