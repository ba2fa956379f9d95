package dev.charmsignals.testkit.command;

import dev.charmsignals.hooktools.HookReply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs hook commands of one context and shows their replies as text. */
final class Shell {

  private final HookCommands commands = new HookCommands();
  private final CommandContext context;
  private final Path dir;

  Shell(CommandContext context) {
    this(context, Path.of("/nowhere"));
  }

  Shell(CommandContext context, Path dir) {
    this.context = context;
    this.dir = dir;
  }

  Reply run(String command, String... arguments) {
    return Reply.of(answer(Optional.empty(), command, arguments).reply());
  }

  Reply runWith(String stdin, String command, String... arguments) {
    return runWith(stdin.getBytes(StandardCharsets.UTF_8), command, arguments);
  }

  Reply runWith(byte[] stdin, String command, String... arguments) {
    return Reply.of(answer(Optional.of(stdin), command, arguments).reply());
  }

  CommandReply answer(Optional<byte[]> stdin, String command, String... arguments) {
    return commands.run(context, command, List.of(arguments), stdin, dir);
  }

  /** A whole reply, for comparing. */
  record Reply(int code, String stdout, String stderr) {

    static Reply of(HookReply reply) {
      return new Reply(
          reply.code(),
          new String(reply.stdout(), StandardCharsets.UTF_8),
          new String(reply.stderr(), StandardCharsets.UTF_8));
    }

    /** Success with this output. */
    static Reply printed(String stdout) {
      return new Reply(0, stdout, "");
    }

    /** Success without output. */
    static Reply silent() {
      return printed("");
    }

    /** Refused before running. */
    static Reply misused(String message) {
      return new Reply(2, "", "ERROR " + message + "\n");
    }

    /** Failed while running. */
    static Reply failed(String message) {
      return new Reply(1, "", "ERROR " + message + "\n");
    }
  }
}
