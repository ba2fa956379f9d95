package dev.charmsignals.event;

import dev.charmsignals.CharmSignalsException;

/** A handler was registered after the charm's constructor, when events may have passed already. */
public final class LateObserverException extends CharmSignalsException {

  private final String observed;

  LateObserverException(String observed) {
    super(
        "A handler for %s comes too late: observe in the charm's constructor".formatted(observed));
    this.observed = observed;
  }

  /** Returns the hook, signal or endpoint that was to be observed. */
  public String observed() {
    return observed;
  }
}
