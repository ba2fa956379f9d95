package dev.charmsignals.testkit.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How Go writes a floating-point number: with the fewest digits that read back the same. */
final class GoNumber {

  private final boolean negative;
  private final String digits;
  private final int exponent; // of the first digit

  private GoNumber(double number) {
    BigDecimal shortest = shortest(Math.abs(number));
    this.negative = number < 0 || (number == 0 && 1 / number < 0);
    this.digits = shortest.unscaledValue().toString();
    this.exponent = digits.length() - 1 - shortest.scale();
  }

  /** Writes it as YAML and smart output do: {@code 1e+06} for a million. */
  static String yaml(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    GoNumber go = new GoNumber(number);
    if (go.exponent < -4 || go.exponent >= 6) {
      return go.scientific(2);
    }
    return go.plain();
  }

  /** Writes it as JSON does: {@code 1000000} for a million. */
  static String json(double number) {
    GoNumber go = new GoNumber(number);
    boolean scientific = number != 0 && (go.exponent < -6 || go.exponent >= 21);
    return scientific ? go.scientific(1) : go.plain();
  }

  private static BigDecimal shortest(double number) {
    if (number == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = new BigDecimal(number);
    for (int precision = 1; precision < 17; precision++) {
      BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private String scientific(int exponentDigits) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String size = Integer.toString(Math.abs(exponent));
    String padding = "0".repeat(Math.max(0, exponentDigits - size.length()));
    char sign = exponent < 0 ? '-' : '+';
    return sign() + digits.charAt(0) + fraction + "e" + sign + padding + size;
  }

  private String plain() {
    if (exponent < 0) {
      return sign() + "0." + "0".repeat(-exponent - 1) + digits;
    }
    if (exponent >= digits.length() - 1) {
      return sign() + digits + "0".repeat(exponent - digits.length() + 1);
    }
    return sign() + digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
  }

  private String sign() {
    return negative ? "-" : "";
  }
}
