package dev.charmsignals.testkit.agent;

import java.util.List;

/**
 * A connection that its client has not closed, and that therefore keeps a hook from ending.
 *
 * @param number its number, counted from 1 by each socket
 * @param commands the commands that were asked for on it so far, in order
 */
public record OpenConnection(int number, List<String> commands) {

  /** Copies the commands. */
  public OpenConnection {
    commands = List.copyOf(commands);
  }
}
