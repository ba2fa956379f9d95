package dev.charmsignals.testkit.command;

import dev.charmsignals.CharmSignalsException;

/**
 * Juju refuses what a hook command asked of the running hook's context.
 *
 * <p>Thrown by a {@link CommandContext}. The command answers exit status 1 and {@code ERROR
 * <message>} on stderr, in some commands behind a prefix of its own, so the message is Juju's text,
 * such as {@code permission denied}.
 */
public final class CommandFailure extends CharmSignalsException {

  private final String reason;

  /** Creates a refusal with Juju's text, without {@code ERROR} and without a line end. */
  public CommandFailure(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns Juju's text. */
  public String reason() {
    return reason;
  }
}
