package dev.charmsignals.architecture.broken.charm;

import dev.charmsignals.architecture.broken.log.Chatter;

/** Closes a cycle with the package of {@link Chatter}. */
public final class Upwards {

  /** Uses the package that uses this one. */
  public Chatter chatter() {
    return new Chatter();
  }
}
