package dev.charmsignals.legacy;

import dev.charmsignals.CharmSignalsException;

/** A signal that the Python library could not carry is emitted; nothing was written. */
public final class LegacyTextException extends CharmSignalsException {

  private final String signal;

  private LegacyTextException(String signal, String message) {
    super(message);
    this.signal = signal;
  }

  static LegacyTextException empty(String signal) {
    return new LegacyTextException(
        signal,
        "Signal \"%s\" says nothing, and an empty text is how Juju removes an entry; say something,"
                .formatted(signal)
            + " such as \"yes\"");
  }

  static LegacyTextException padded(String signal) {
    return new LegacyTextException(
        signal,
        "The text of signal \"%s\" begins or ends with \u203b, which readers take off; begin and end"
                .formatted(signal)
            + " it with another character, such as a quotation mark");
  }

  /** Returns the name of the signal. */
  public String signal() {
    return signal;
  }
}
