package dev.charmsignals.log;

import dev.charmsignals.json.MalformedException;
import java.time.Instant;

/**
 * Emission times as text, {@code 2026-01-31T12:00:00Z}; for people only, nothing is decided by
 * them.
 *
 * <p>By hand, because {@code java.time.format} takes longer to load than the rest of a hook.
 */
final class WireTime {

  private static final long DAY = 86_400;

  /** The first second that four digits of year can tell, 0000-01-01T00:00:00Z. */
  private static final long YEAR_0 = -62_167_219_200L;

  /** The last one, 9999-12-31T23:59:59Z. */
  private static final long YEAR_9999 = 253_402_300_799L;

  private WireTime() {}

  static String write(Instant at) {
    // A clock gone astray must not make an entry that nobody can read.
    long epochSecond = Math.max(YEAR_0, Math.min(at.getEpochSecond(), YEAR_9999));
    long days = Math.floorDiv(epochSecond, DAY);
    int second = (int) Math.floorMod(epochSecond, DAY);
    // Days since 0000-03-01, so that a leap day is the last of its year.
    long z = days + 719_468;
    long era = Math.floorDiv(z, 146_097);
    long dayOfEra = z - era * 146_097;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long shifted = (5 * dayOfYear + 2) / 153;
    long day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    long month = shifted < 10 ? shifted + 3 : shifted - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    StringBuilder text = new StringBuilder(20);
    pad(text, year, 4).append('-');
    pad(text, month, 2).append('-');
    pad(text, day, 2).append('T');
    pad(text, second / 3600, 2).append(':');
    pad(text, second / 60 % 60, 2).append(':');
    return pad(text, second % 60, 2).append('Z').toString();
  }

  static Instant read(String text) throws MalformedException {
    if (text.length() != 20
        || !text.startsWith("-", 4)
        || !text.startsWith("-", 7)
        || !text.startsWith("T", 10)
        || !text.startsWith(":", 13)
        || !text.startsWith(":", 16)
        || !text.endsWith("Z")) {
      throw new MalformedException("has a time that is not like 2026-01-31T12:00:00Z");
    }
    long year = digits(text, 0, 4, 0, 9999);
    long month = digits(text, 5, 7, 1, 12);
    long day = digits(text, 8, 10, 1, daysIn(year, month));
    long second =
        digits(text, 11, 13, 0, 23) * 3600
            + digits(text, 14, 16, 0, 59) * 60
            + digits(text, 17, 19, 0, 59);
    long shiftedYear = month <= 2 ? year - 1 : year;
    long era = Math.floorDiv(shiftedYear, 400L);
    long yearOfEra = shiftedYear - era * 400;
    long dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return Instant.ofEpochSecond((era * 146_097 + dayOfEra - 719_468) * DAY + second);
  }

  private static int daysIn(long year, long month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private static long digits(String text, int from, int to, int min, int max)
      throws MalformedException {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new MalformedException("has a time that is not like 2026-01-31T12:00:00Z");
      }
      value = value * 10 + digit;
    }
    if (value < min || value > max) {
      throw new MalformedException("has a time that does not exist");
    }
    return value;
  }

  private static StringBuilder pad(StringBuilder text, long value, int width) {
    for (long bound = width == 4 ? 1000 : 10; bound > Math.max(value, 1); bound /= 10) {
      text.append('0');
    }
    return text.append(value);
  }
}
