package dev.charmsignals.testkit.command;

import dev.charmsignals.hooktools.HookReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What became of a hook command: it ran, or the agent rejected the call as a whole. */
public sealed interface CommandReply {

  /** Returns the text of the error the agent answers the call with; empty if the command ran. */
  Optional<String> rejection();

  /** Returns what a process sees that ran the command: its own reply, or the client's error. */
  HookReply reply();

  /**
   * The command ran, whether it succeeded or not.
   *
   * @param reply its exit status and output
   */
  record Done(HookReply reply) implements CommandReply {

    @Override
    public Optional<String> rejection() {
      return Optional.empty();
    }
  }

  /** The command wants standard input and got none; nothing was changed, so ask again with it. */
  record StdinNeeded() implements CommandReply {

    @Override
    public Optional<String> rejection() {
      return Optional.of("hook tool requires stdin, none supplied");
    }

    @Override
    public HookReply reply() {
      return clientError(rejection());
    }
  }

  /**
   * Juju has no such command.
   *
   * @param name what was asked for
   */
  record UnknownCommand(String name) implements CommandReply {

    @Override
    public Optional<String> rejection() {
      return Optional.of("bad request: unknown command: " + name);
    }

    @Override
    public HookReply reply() {
      return clientError(rejection());
    }
  }

  /** Nobody is there to ask: whoever calls has been killed, together with its hook. */
  record Killed() implements CommandReply {

    @Override
    public Optional<String> rejection() {
      return Optional.of("the machine reboots");
    }

    @Override
    public HookReply reply() {
      return clientError(rejection());
    }
  }

  private static HookReply clientError(Optional<String> rejection) {
    byte[] stderr = ("ERROR " + rejection.orElse("") + "\n").getBytes(StandardCharsets.UTF_8);
    return new HookReply(1, new byte[0], stderr);
  }
}
