package dev.charmsignals.json;

/**
 * Text that somebody else wrote is not what it should be.
 *
 * <p>Checked, so that nobody forgets that remote text may be anything. The message says what is
 * wrong and where, and never repeats the text.
 */
public final class MalformedException extends Exception {

  /** Creates the report; {@code reason} must not quote the text. */
  public MalformedException(String reason) {
    super(reason, null, false, false);
  }

  /** Returns what is wrong. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
