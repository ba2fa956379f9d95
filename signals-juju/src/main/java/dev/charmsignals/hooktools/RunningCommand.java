package dev.charmsignals.hooktools;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The process of one hook command, from its start to its answer. */
final class RunningCommand {

  private final String command;
  private final Process process;
  private final OutputDrain stderr;
  private final Thread errors;
  private final @Nullable Thread feeder;

  /**
   * Feeds the process, and reads its standard error from now on: both streams are read at once, or
   * a command that fills the other one would wait for ever.
   *
   * @param stdin what it may read; null where it has no pipe to read from
   */
  RunningCommand(String command, Process process, byte @Nullable [] stdin) {
    this.command = command;
    this.process = process;
    stderr = new OutputDrain(process.getErrorStream());
    errors = new Thread(stderr, command + "-stderr");
    errors.start();
    feeder = stdin == null ? null : feed(command, process.getOutputStream(), stdin);
  }

  /** Waits for the command to end and returns what it answered. */
  HookReply reply() {
    try {
      var stdout = new OutputDrain(process.getInputStream());
      stdout.run();
      int code = process.waitFor();
      errors.join();
      if (feeder != null) {
        feeder.join();
      }
      boolean truncated = stdout.isTruncated() || stderr.isTruncated();
      return new HookReply(code, stdout.bytes(), stderr.bytes(), truncated);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HookToolException(command, "it was interrupted", e);
    } catch (IOException e) {
      throw new HookToolException(command, "its output could not be read", e);
    } finally {
      process.destroyForcibly(); // does nothing to a process that has ended
    }
  }

  /** Ends the command; called by any thread. */
  void end() {
    process.destroyForcibly();
  }

  private static Thread feed(String command, OutputStream to, byte[] stdin) {
    var feeder =
        new Thread(
            new Runnable() {
              @Override
              public void run() {
                try (to) {
                  to.write(stdin);
                } catch (IOException e) {
                  // The command ended without reading all of it; its exit status tells why.
                  return;
                }
              }
            },
            command + "-stdin");
    feeder.start();
    return feeder;
  }
}
