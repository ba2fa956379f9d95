package dev.charmsignals.testkit.command;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an unquoted YAML 1.1 scalar stands for in the eyes of Juju's library. */
enum YamlTag {
  NULL("!!null"),
  BOOL("!!bool"),
  INT("!!int"),
  FLOAT("!!float"),
  TIMESTAMP("!!timestamp"),
  STR("!!str");

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", //
          "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> ODD_FLOATS =
      Set.of(
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", //
          "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");

  // Digits come last and an exponent needs a sign, so 5. and 1e3 are texts; .5e3 is not.
  private static final Pattern FLOAT_SHAPE =
      Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+][0-9]+)?|\\.[0-9]+([eE][0-9]+)?");
  private static final Pattern INT_SHAPE =
      Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
  private static final Pattern TIMESTAMP_SHAPE =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
              + "(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?"
              + "(?:Z|[-+][0-9]{2}:[0-9]{2})"
              + "| ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?)?");
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");

  private final String tag;

  YamlTag(String tag) {
    this.tag = tag;
  }

  /** Returns the short tag, such as {@code !!str}. */
  String tag() {
    return tag;
  }

  /** Returns what a plain scalar of this text is. */
  static YamlTag of(String text) {
    if (NULLS.contains(text)) {
      return NULL;
    }
    if (BOOLS.contains(text)) {
      return BOOL;
    }
    if (ODD_FLOATS.contains(text)) {
      return FLOAT;
    }
    char first = text.charAt(0);
    if (first == '.') {
      return isFloat(text) ? FLOAT : STR;
    }
    if (first != '-' && first != '+' && (first < '0' || first > '9')) {
      return STR;
    }
    if (isTimestamp(text)) {
      return TIMESTAMP;
    }
    String plain = text.replace("_", "");
    if (isInt(plain)) {
      return INT;
    }
    return isFloat(plain) ? FLOAT : STR;
  }

  /** Returns whether a text written without quotes would read back as that text, everywhere. */
  static boolean isSafeUnquoted(String text) {
    return of(text) == STR && !BASE_60.matcher(text).matches();
  }

  private static boolean isInt(String text) {
    Matcher matcher = INT_SHAPE.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    boolean signed = !matcher.group(1).isEmpty();
    int[] radix = {16, 2, 8, 10};
    for (int i = 0; i < radix.length; i++) {
      String digits = matcher.group(i + 2);
      if (digits != null) {
        int bits = new BigInteger(digits, radix[i]).bitLength();
        return bits <= (signed ? 63 : 64);
      }
    }
    return false;
  }

  private static boolean isFloat(String text) {
    return FLOAT_SHAPE.matcher(text).matches();
  }

  private static boolean isTimestamp(String text) {
    Matcher matcher = TIMESTAMP_SHAPE.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    try {
      LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    } catch (DateTimeException e) {
      return false;
    }
    int hour = matcher.group(4) != null ? 4 : 7;
    return matcher.group(hour) == null
        || number(matcher, hour) < 24
            && number(matcher, hour + 1) < 60
            && number(matcher, hour + 2) < 60;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
