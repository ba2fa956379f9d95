package dev.charmsignals.hooktools;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries one hook command to the unit agent and brings back its answer.
 *
 * <p>Used by one thread, for one hook. Closing it ends the connection, which must happen before the
 * hook's process exits: an agent waits for open connections (contract §1.8).
 */
public interface HookTransport extends AutoCloseable {

  /**
   * Runs a hook command and waits for its answer.
   *
   * @param command the command's name, such as {@code relation-get}
   * @param arguments its arguments, without the name
   * @param stdin what the command may read from its standard input, or null for nothing
   * @return what the command answered, also when it failed
   * @throws HookToolException when the agent cannot be reached at all
   */
  HookReply run(String command, List<String> arguments, byte @Nullable [] stdin);

  @Override
  void close();
}
