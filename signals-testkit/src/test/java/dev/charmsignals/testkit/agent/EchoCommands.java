package dev.charmsignals.testkit.agent;

import dev.charmsignals.hooktools.HookReply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Commands that show what arrived, and a few that do what is hard on the wire. */
final class EchoCommands implements AgentCommands {

  @Override
  public CommandAnswer run(
      String command, List<String> arguments, Optional<byte[]> stdin, Path directory) {
    switch (command) {
      case "echo":
        return ran(0, String.join("|", arguments) + " in " + directory, "");
      case "cat":
        return stdin
            .<CommandAnswer>map(
                bytes -> new CommandAnswer.Ran(new HookReply(0, bytes, new byte[0])))
            .orElse(CommandAnswer.stdinNeeded());
      case "fail":
        return ran(Integer.parseInt(arguments.get(0)), "", "ERROR " + arguments.get(1) + "\n");
      case "both":
        return ran(3, "out", "err");
      case "fill":
        byte[] filled = new byte[Integer.parseInt(arguments.get(0))];
        Arrays.fill(filled, (byte) 'x');
        return new CommandAnswer.Ran(new HookReply(0, filled, new byte[0]));
      case "throw":
        throw new IllegalStateException("thrown on purpose");
      default:
        return CommandAnswer.unknownCommand(command);
    }
  }

  private static CommandAnswer ran(int code, String stdout, String stderr) {
    return new CommandAnswer.Ran(
        new HookReply(
            code,
            stdout.getBytes(StandardCharsets.UTF_8),
            stderr.getBytes(StandardCharsets.UTF_8)));
  }
}
