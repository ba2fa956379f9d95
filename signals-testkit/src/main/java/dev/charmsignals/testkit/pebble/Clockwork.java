package dev.charmsignals.testkit.pebble;

import java.time.Instant;

/** The time in one simulated Pebble: never the same twice, so that it gives an order. */
final class Clockwork {

  private Instant last = Instant.EPOCH;

  synchronized Instant next() {
    Instant now = Instant.now();
    last = now.isAfter(last) ? now : last.plusNanos(1);
    return last;
  }
}
