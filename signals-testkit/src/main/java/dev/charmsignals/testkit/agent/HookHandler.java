package dev.charmsignals.testkit.agent;

import dev.charmsignals.testkit.world.HookExit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds the program that handles a hook or an action (contract section 1.2). */
sealed interface HookHandler {

  /** There is one. */
  record Found(Path program) implements HookHandler {}

  /** There is none that could be started, so the hook has ended already. */
  record Ended(HookExit exit) implements HookHandler {}

  /**
   * Looks for the program.
   *
   * @param path where it is if there is no dispatch, such as {@code hooks/install}
   */
  static HookHandler find(Path charmDirectory, String path) {
    if (!Files.exists(charmDirectory.resolve("metadata.yaml"))) {
      return new Ended(new HookExit.NotStarted("charm missing from disk"));
    }
    Path dispatch = charmDirectory.resolve("dispatch");
    if (Files.exists(dispatch)) {
      return Files.isExecutable(dispatch)
          ? startable(dispatch)
          : new Ended(new HookExit.NotStarted(dispatch + ": permission denied"));
    }
    Path single = charmDirectory.resolve(path);
    return Files.isExecutable(single) ? startable(single) : new Ended(new HookExit.Missing());
  }

  /** A shell would run a file of any kind; the agent does not. */
  private static HookHandler startable(Path program) {
    try (InputStream in = Files.newInputStream(program)) {
      byte[] start = in.readNBytes(4);
      boolean script = start.length > 1 && start[0] == '#' && start[1] == '!';
      boolean elf = Arrays.equals(start, new byte[] {0x7f, 'E', 'L', 'F'});
      return script || elf
          ? new Found(program)
          : new Ended(new HookExit.NotStarted("fork/exec " + program + ": exec format error"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + program, e);
    }
  }
}
