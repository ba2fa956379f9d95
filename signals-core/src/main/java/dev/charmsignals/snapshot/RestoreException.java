package dev.charmsignals.snapshot;

/**
 * A snapshot that a remote wrote does not fit the signal it should become.
 *
 * <p>Checked, because it is ordinary: the signal is parked and the hook goes on. The message names
 * the place and the expected kind of value, never the value.
 */
public final class RestoreException extends Exception {

  /** Creates the report; {@code reason} must not quote the snapshot's values. */
  public RestoreException(String reason) {
    super(reason, null, false, false);
  }

  /** Returns what does not fit. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
