package dev.charmsignals.pebble;

import java.time.Instant;

/**
 * A line that a service wrote.
 *
 * @param time when
 * @param service which
 * @param message the line; may hold anything
 */
public record LogLine(Instant time, String service, String message) {

  static LogLine of(Fields fields) {
    return new LogLine(
        fields.time("time"), fields.textOr("service", ""), fields.textOr("message", ""));
  }
}
