package dev.charmsignals.log;

import dev.charmsignals.CharmSignalsException;

/** One signal's snapshot is over the limit. Thrown by {@code emit}; nothing is written. */
public final class SignalTooLargeException extends CharmSignalsException {

  private final String signal;
  private final long bytes;
  private final int limit;

  /** Reports a snapshot of {@code bytes} bytes or more where {@code limit} are allowed. */
  public SignalTooLargeException(String signal, long bytes, int limit) {
    super(
        "Signal \"%s\" has a snapshot of %d bytes or more; %d are allowed. Send a reference, such as the URI"
                .formatted(signal, bytes, limit)
            + " of a secret or the address of a file");
    this.signal = signal;
    this.bytes = bytes;
    this.limit = limit;
  }

  /** Returns the signal's name. */
  public String signal() {
    return signal;
  }

  /** Returns the size of the snapshot as JSON in UTF-8, as far as it was written. */
  public long bytes() {
    return bytes;
  }

  /** Returns how many bytes are allowed. */
  public int limit() {
    return limit;
  }
}
