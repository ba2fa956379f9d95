package dev.charmsignals.bus;

import dev.charmsignals.CharmSignalsException;

/** Signals are bound or observed in a way that cannot work. Thrown at start-up. */
public final class SignalBindingException extends CharmSignalsException {

  private final String culprit;

  SignalBindingException(String culprit, String message) {
    super(message);
    this.culprit = culprit;
  }

  /** Returns the endpoint or the observer that is wrong. */
  public String culprit() {
    return culprit;
  }
}
