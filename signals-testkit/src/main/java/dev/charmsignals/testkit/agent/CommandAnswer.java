package dev.charmsignals.testkit.agent;

import dev.charmsignals.gob.JujucMessages;
import dev.charmsignals.hooktools.HookReply;

/** What an agent answers to one call: a command's reply, or why there is none. */
public sealed interface CommandAnswer {

  /**
   * The command ran, whether it succeeded or not.
   *
   * @param reply its exit status and output
   */
  record Ran(HookReply reply) implements CommandAnswer {}

  /**
   * The call failed as a whole.
   *
   * @param error the text that the caller gets
   */
  record Rejected(String error) implements CommandAnswer {}

  /** Returns the answer to a command that wants to read standard input and was sent none. */
  static CommandAnswer stdinNeeded() {
    return new Rejected(JujucMessages.STDIN_NEEDED);
  }

  /** Returns the answer to a command that Juju does not have. */
  static CommandAnswer unknownCommand(String command) {
    return new Rejected("bad request: unknown command: " + command);
  }
}
