package dev.charmsignals.log;

import dev.charmsignals.CharmSignalsException;

/** A window cannot be as it is asked for. Thrown where it is declared, at start-up. */
public final class InvalidWindowException extends CharmSignalsException {

  private final int entries;
  private final int bytes;
  private final int signalBytes;

  InvalidWindowException(String reason, int entries, int bytes, int signalBytes) {
    super(
        "A window of %d entries and %d bytes, %d of them for one signal, %s"
            .formatted(entries, bytes, signalBytes, reason));
    this.entries = entries;
    this.bytes = bytes;
    this.signalBytes = signalBytes;
  }

  /** Returns how many entries were asked for. */
  public int entries() {
    return entries;
  }

  /** Returns how many bytes were asked for. */
  public int bytes() {
    return bytes;
  }

  /** Returns how many bytes were asked for one signal. */
  public int signalBytes() {
    return signalBytes;
  }
}
