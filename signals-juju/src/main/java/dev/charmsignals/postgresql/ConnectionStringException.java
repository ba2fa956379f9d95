package dev.charmsignals.postgresql;

import dev.charmsignals.CharmSignalsException;

/**
 * A connection string of the charm's own is not one.
 *
 * <p>The message tells what is wrong and where, and never repeats the text, which holds a password.
 */
public final class ConnectionStringException extends CharmSignalsException {

  private final String reason;

  ConnectionStringException(String reason) {
    super(
        "Connection string is malformed: "
            + reason
            + "; a right one is host=db.example.com port=5432 dbname=app user=app"
            + " password='with \\'quotes\\' and blanks'"
            + ", or postgresql://app:percent%2Dencoded@db.example.com:5432/app");
    this.reason = reason;
  }

  /** Returns what is wrong, and where, without any of the text. */
  public String reason() {
    return reason;
  }
}
