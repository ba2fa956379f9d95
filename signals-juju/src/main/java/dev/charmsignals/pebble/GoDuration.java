package dev.charmsignals.pebble;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Durations as Go writes them: {@code 1.5s}, {@code 168h0m0s}. */
final class GoDuration {

  private static final String[] UNITS = {"ns", "us", "µs", "μs", "ms", "s", "m", "h"};
  private static final long[] NANOS = {
    1, 1_000, 1_000, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000L, 3_600_000_000_000L
  };

  private GoDuration() {}

  static String text(Duration duration) {
    return duration.getNano() % 1_000_000 == 0
        ? duration.toMillis() + "ms"
        : duration.toNanos() + "ns";
  }

  /** Reads what Go wrote; empty when it is no duration. */
  static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    int at = negative || text.startsWith("+") ? 1 : 0;
    if (text.substring(at).equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Duration sum = Duration.ZERO;
    boolean any = false;
    while (at < text.length()) {
      int unitAt = at;
      while (unitAt < text.length() && isNumeral(text.charAt(unitAt))) {
        unitAt++;
      }
      int next = unitAt;
      while (next < text.length() && !isNumeral(text.charAt(next))) {
        next++;
      }
      long nanos = nanos(text.substring(unitAt, next));
      if (nanos == 0 || unitAt == at || unitAt - at > 18) {
        return Optional.empty();
      }
      try {
        BigDecimal number = new BigDecimal(text.substring(at, unitAt));
        sum = sum.plus(Duration.ofNanos(number.multiply(BigDecimal.valueOf(nanos)).longValue()));
      } catch (NumberFormatException e) { // two dots
        return Optional.empty();
      }
      any = true;
      at = next;
    }
    return any ? Optional.of(negative ? sum.negated() : sum) : Optional.empty();
  }

  private static boolean isNumeral(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private static long nanos(String unit) {
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equals(unit)) {
        return NANOS[i];
      }
    }
    return 0;
  }
}
