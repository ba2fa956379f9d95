package dev.charmsignals.testkit.world;

import java.util.List;

/**
 * A hook command that a hook ran.
 *
 * @param command its name
 * @param arguments its arguments
 * @param code its exit status
 */
public record CommandRecord(String command, List<String> arguments, int code) {

  /** Copies the arguments. */
  public CommandRecord {
    arguments = List.copyOf(arguments);
  }
}
