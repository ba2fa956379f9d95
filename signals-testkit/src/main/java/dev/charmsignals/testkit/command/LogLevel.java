package dev.charmsignals.testkit.command;

import java.util.Locale;
import java.util.Optional;

/** A level of Juju's log, least severe first; the name is what {@code juju debug-log} shows. */
public enum LogLevel {
  /** For tracing. */
  TRACE,
  /** For debugging. */
  DEBUG,
  /** The level of a message that names none. */
  INFO,
  /** Also written {@code WARN}. */
  WARNING,
  /** Something failed. */
  ERROR,
  /** Something failed that must not. */
  CRITICAL;

  /** Reads a level as juju-log does, in any case, or answers empty for an unknown word. */
  static Optional<LogLevel> parse(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.equals("WARN")) {
      return Optional.of(WARNING);
    }
    for (LogLevel level : values()) {
      if (level.name().equals(upper)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
