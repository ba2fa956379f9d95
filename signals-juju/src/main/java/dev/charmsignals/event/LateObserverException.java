package dev.charmsignals.event;

import dev.charmsignals.CharmSignalsException;

/** A handler was registered after the charm's constructor, when events may have passed already. */
public final class LateObserverException extends CharmSignalsException {

  private final String hook;

  LateObserverException(String hook) {
    super("A handler for %s comes too late: observe in the charm's constructor".formatted(hook));
    this.hook = hook;
  }

  /** Returns the name of the hook that was to be observed. */
  public String hook() {
    return hook;
  }
}
