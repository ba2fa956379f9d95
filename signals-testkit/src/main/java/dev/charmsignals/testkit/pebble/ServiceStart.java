package dev.charmsignals.testkit.pebble;

import java.util.OptionalInt;

/**
 * What becomes of a service that is started. Called on a thread of the simulated Pebble, which may
 * take its time: the start takes as long.
 */
@FunctionalInterface
public interface ServiceStart {

  /**
   * Starts a service.
   *
   * @param service its name
   * @param command its command line
   * @return the exit code with which it ends at once; empty if it stays up
   */
  OptionalInt start(String service, String command);
}
