package dev.charmsignals.testkit.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the hook commands that arrive at an {@link AgentSocket}, for one hook. */
@FunctionalInterface
public interface AgentCommands {

  /**
   * Runs one command. Called by several threads, but only by one at a time.
   *
   * @param command the command's name, such as {@code relation-get}; may be unknown
   * @param arguments its arguments, without the name
   * @param stdin what the caller sent as standard input, if it sent any
   * @param directory the caller's working directory, an absolute path
   */
  CommandAnswer run(String command, List<String> arguments, Optional<byte[]> stdin, Path directory);
}
