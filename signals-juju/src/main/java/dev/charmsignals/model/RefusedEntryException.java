package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;

/**
 * An entry that Juju could not keep, refused where the charm writes it.
 *
 * <p>The message names the key, never the value.
 */
public final class RefusedEntryException extends CharmSignalsException {

  private final String place;
  private final String key;
  private final String reason;

  RefusedEntryException(String place, String key, String reason) {
    super("Key \"%s\" of %s %s".formatted(key, place, reason));
    this.place = place;
    this.key = key;
    this.reason = reason;
  }

  /** Returns where the entry was to go, such as {@code unit bag of mysql/0 in channel:7}. */
  public String place() {
    return place;
  }

  /** Returns the entry's key. */
  public String key() {
    return key;
  }

  /** Returns what is wrong with it. */
  public String reason() {
    return reason;
  }
}
