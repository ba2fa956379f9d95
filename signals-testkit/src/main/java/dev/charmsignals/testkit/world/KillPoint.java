package dev.charmsignals.testkit.world;

import java.time.Duration;

/**
 * When a process of a hook is killed, as its agent sees it; a hook that never gets there lives.
 *
 * <p>All but {@link AfterDelay} are found by what passes the agent's socket, not by time. A hook
 * that has its answer, or has closed its connection, may still end by itself before the signal
 * arrives, and so it may with a delay.
 */
public sealed interface KillPoint {

  /**
   * So long after its process was started, whatever it does then; zero is before its {@code main}.
   *
   * @param delay how long
   */
  record AfterDelay(Duration delay) implements KillPoint {}

  /**
   * When the agent has read so many bytes of its calls; what was sent beyond them is lost, so that
   * a call is most likely half sent. With 0 it is killed when it connects.
   *
   * @param bytes how many, over all connections of the hook
   */
  record AfterBytes(long bytes) implements KillPoint {}

  /**
   * When its first such hook command has run in the agent, and its answer is not sent.
   *
   * @param command the command's name, such as {@code state-set}
   */
  record BeforeAnswer(String command) implements KillPoint {}

  /**
   * When the answer to its first such hook command is sent.
   *
   * @param command the command's name, such as {@code state-set}
   */
  record AfterAnswer(String command) implements KillPoint {}

  /** When a connection of it is closed: over the socket, between its last command and its exit. */
  record AfterClosing() implements KillPoint {}
}
