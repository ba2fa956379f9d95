package dev.charmsignals.pebble;

import java.util.List;

/**
 * A command in the container ended with another exit code than 0.
 *
 * <p>The message names the program only and quotes the end of what it wrote to its standard error;
 * its arguments and its output are accessors, because they may hold what belongs into no log.
 */
public final class PebbleExecException extends PebbleException {

  private static final int QUOTED = 1024;

  private final List<String> command;
  private final ExecResult result;

  PebbleExecException(List<String> command, ExecResult result) {
    super(
        "\"%s\" in the container exited with %d%s"
            .formatted(command.get(0), result.exitCode(), quoted(result.stderr())));
    this.command = List.copyOf(command);
    this.result = result;
  }

  private static String quoted(String stderr) {
    String text = stderr.strip();
    if (text.isEmpty()) {
      return "";
    }
    int length = text.length();
    return ": " + (length > QUOTED ? "…" + text.substring(length - QUOTED) : text);
  }

  /** Returns the command with its arguments. */
  public List<String> command() {
    return command;
  }

  /** Returns the exit code; 128 + N when signal N ended it. */
  public int exitCode() {
    return result.exitCode();
  }

  /** Returns what it wrote, as far as that was collected. */
  public ExecResult result() {
    return result;
  }
}
