package dev.charmsignals.pebble;

import dev.charmsignals.CharmSignalsException;

/**
 * The root of everything that can go wrong between a charm and a workload container's Pebble.
 *
 * <p>Fails the hook unless it is caught. A container that is not up yet is no failure: ask {@link
 * Container#canConnect} first, and go on in {@code pebble-ready}.
 */
public abstract class PebbleException extends CharmSignalsException {

  PebbleException(String message) {
    super(message);
  }

  PebbleException(String message, Throwable cause) {
    super(message, cause);
  }
}
