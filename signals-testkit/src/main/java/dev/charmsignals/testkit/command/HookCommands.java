package dev.charmsignals.testkit.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every hook command of Juju 4, run against the context of one hook.
 *
 * <p>Asked by the agent for each call it receives and by charms that run in process. Holds no
 * state; the caller sees to it that a context runs one command at a time.
 */
public final class HookCommands {

  /** Creates the commands; one instance serves any number of contexts. */
  public HookCommands() {}

  /** Returns the name of every command Juju has, carried here or not, in alphabetical order. */
  public Set<String> names() {
    return Set.of();
  }

  /**
   * Runs one command.
   *
   * @param context the running hook's context
   * @param command the command's name, such as {@code relation-get}
   * @param arguments its arguments, without the name
   * @param stdin what it may read from standard input, if the caller sent any
   * @param dir the caller's working directory, for files named in arguments
   */
  public CommandReply run(
      CommandContext context,
      String command,
      List<String> arguments,
      Optional<byte[]> stdin,
      Path dir) {
    return new CommandReply.UnknownCommand(command);
  }
}
