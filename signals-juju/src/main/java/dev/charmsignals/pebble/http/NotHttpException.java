package dev.charmsignals.pebble.http;

import java.io.IOException;

/** The other end does not speak as the protocol says, or sends more than it may. */
public final class NotHttpException extends IOException {

  /** Creates the report; the reason quotes nothing of what was sent. */
  public NotHttpException(String reason) {
    super(reason);
  }
}
