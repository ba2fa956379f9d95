package dev.charmsignals.logging;

import java.util.Locale;

/**
 * The lowest level that is written, as an ordinal of {@link LogLevel}; {@link #OFF} is above all.
 */
final class LogThreshold {

  static final int OFF = LogLevel.ERROR.ordinal() + 1;

  private static final int UNKNOWN = -1;

  private LogThreshold() {}

  static int parse(String text) {
    int known = lookUp(text);
    return known == UNKNOWN ? LogLevel.INFO.ordinal() : known;
  }

  static boolean isKnown(String text) {
    return lookUp(text) != UNKNOWN;
  }

  static String complaint(String text) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    return "CHARM_SIGNALS_LOG is \""
        + shown
        + "\", which is no level, so INFO is used; write TRACE, DEBUG, INFO, WARN, ERROR or OFF";
  }

  private static int lookUp(String text) {
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "TRACE" -> LogLevel.TRACE.ordinal();
      case "DEBUG" -> LogLevel.DEBUG.ordinal();
      case "", "INFO" -> LogLevel.INFO.ordinal();
      case "WARN", "WARNING" -> LogLevel.WARNING.ordinal();
      case "ERROR" -> LogLevel.ERROR.ordinal();
      case "OFF" -> OFF;
      default -> UNKNOWN;
    };
  }
}
