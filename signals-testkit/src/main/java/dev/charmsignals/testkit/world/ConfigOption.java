package dev.charmsignals.testkit.world;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A configuration option that a charm declares.
 *
 * @param name its name
 * @param type {@code string}, {@code int}, {@code float}, {@code boolean} or {@code secret}
 * @param byDefault the value it has until an operator sets one: String, Long, Double or Boolean
 */
public record ConfigOption(String name, String type, Optional<Object> byDefault) {

  private static final Pattern SECRET = Pattern.compile("secret:[0-9a-z]{20}");

  /** Returns the value as the controller keeps it, or empty if it does not fit the type. */
  Optional<Object> accept(Object value) {
    return switch (type) {
      case "string" -> value instanceof String ? Optional.of(value) : Optional.empty();
      case "secret" -> secret(value);
      case "int" -> whole(value);
      case "float" -> fractional(value);
      case "boolean" -> truth(value);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> secret(Object value) {
    return value instanceof String text && (text.isEmpty() || SECRET.matcher(text).matches())
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Object> whole(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return Optional.of(((Number) value).longValue());
    }
    try {
      return value instanceof String text ? Optional.of(Long.valueOf(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> fractional(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    try {
      return value instanceof String text ? Optional.of(Double.valueOf(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> truth(Object value) {
    if (value instanceof Boolean) {
      return Optional.of(value);
    }
    return value instanceof String text && (text.equals("true") || text.equals("false"))
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }
}
