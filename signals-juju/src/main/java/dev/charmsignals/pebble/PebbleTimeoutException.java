package dev.charmsignals.pebble;

import java.time.Duration;

/** Pebble did not answer, or something in the container did not end, in time. It may go on. */
public final class PebbleTimeoutException extends PebbleException {

  private final String awaited;
  private final Duration limit;

  PebbleTimeoutException(String awaited, Duration limit) {
    super("%s took longer than %s; it may still go on".formatted(awaited, GoDuration.text(limit)));
    this.awaited = awaited;
    this.limit = limit;
  }

  /** Returns what was waited for. */
  public String awaited() {
    return awaited;
  }

  /** Returns how long. */
  public Duration limit() {
    return limit;
  }
}
