package dev.charmsignals.hooktools;

import dev.charmsignals.CharmSignalsException;

/**
 * A hook command failed, its answer could not be read, or the agent could not be reached.
 *
 * <p>The message names the command but never its arguments, because those may hold payloads.
 */
public final class HookToolException extends CharmSignalsException {

  private final String command;
  private final int exitStatus;
  private final String stderr;

  /** A command that ran and answered with an exit status other than 0. */
  public HookToolException(String command, int exitStatus, String stderr) {
    super("%s exited with status %d: %s".formatted(command, exitStatus, stderr.strip()));
    this.command = command;
    this.exitStatus = exitStatus;
    this.stderr = stderr;
  }

  /** A command that could not be run; its exit status is -1 and its stderr empty. */
  public HookToolException(String command, String reason, Throwable cause) {
    this("could not be run: " + reason, command, -1, cause);
  }

  private HookToolException(String what, String command, int exitStatus, Throwable cause) {
    super(command + " " + what, cause);
    this.command = command;
    this.exitStatus = exitStatus;
    this.stderr = "";
  }

  /** A command that succeeded, but did not answer what it was asked. */
  static HookToolException unreadable(String command, Throwable cause) {
    return new HookToolException("answered something else than was asked for", command, 0, cause);
  }

  /** Returns the command's name, such as {@code relation-set}. */
  public String command() {
    return command;
  }

  /** Returns the exit status: 1 for a failure, 2 for bad arguments, -1 when it never ran. */
  public int exitStatus() {
    return exitStatus;
  }

  /** Returns what the command wrote to standard error, with its {@code ERROR } prefix. */
  public String stderr() {
    return stderr;
  }
}
