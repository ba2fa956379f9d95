package dev.charmsignals.pebble.http;

import java.io.IOException;

/** Something took longer than its {@link Deadline}. */
public final class DeadlineException extends IOException {

  DeadlineException() {
    super("Nothing came or went for too long");
  }
}
