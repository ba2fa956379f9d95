package dev.charmsignals.packing.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A charm's directory whose {@code runtime/bin/java} is a script, and notes how it was called. */
record ScriptedRuntime(Path charm) {

  /**
   * Makes the runtime.
   *
   * @param script run after the call has been noted
   */
  static ScriptedRuntime in(Path charm, String release, String script) throws IOException {
    Path java = charm.resolve("runtime/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        [ "$1" != -version ] || exit 0
        echo "$@" >> calls
        """
            + script);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(charm.resolve("runtime/release"), "JAVA_VERSION=\"%s\"\n".formatted(release));
    return new ScriptedRuntime(charm);
  }

  /** Returns the calls but for the last that asked for a version, each with its words. */
  List<String> calls() throws IOException {
    Path calls = charm.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** Returns how many calls there were with a word. */
  long callsWith(String word) throws IOException {
    return calls().stream().filter(call -> List.of(call.split(" ")).contains(word)).count();
  }
}
