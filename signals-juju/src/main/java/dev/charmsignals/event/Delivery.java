package dev.charmsignals.event;

import dev.charmsignals.model.HookSession;

/**
 * One event on its way to one observer; what an event is bound to the running hook by.
 *
 * <p>It is no fact of the event: events that say the same are equal, whoever they are on the way
 * to. Made by the framework; an author's code only passes it on.
 */
public final class Delivery {

  private final HookSession session;

  Delivery(HookSession session) {
    this.session = session;
  }

  /** Returns the hook that runs, for events whose objects are made when first asked for. */
  HookSession session() {
    return session;
  }

  /** Returns whether the other is a delivery, too, so that it never tells events apart. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Delivery;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "Delivery";
  }
}
