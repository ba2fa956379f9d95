package dev.charmsignals.pebble.http;

import java.io.IOException;

/** What was to be sent could not be read; the other end has nothing to do with it. */
public final class UnreadableSourceException extends IOException {

  UnreadableSourceException(IOException cause) {
    super("What was to be sent could not be read", cause);
  }
}
