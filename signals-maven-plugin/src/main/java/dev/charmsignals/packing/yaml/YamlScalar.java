package dev.charmsignals.packing.yaml;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param place where it begins
 * @param text how it is written, without quotes
 * @param plain what that means: a String, Boolean, Integer, Long, BigInteger, Double, or null
 */
public record YamlScalar(Place place, String text, @Nullable Object plain) implements YamlValue {

  @Override
  public String kind() {
    if (plain == null) {
      return "nothing";
    }
    if (plain instanceof String) {
      return "\"" + text + "\"";
    }
    if (plain instanceof Boolean) {
      return "the boolean " + text;
    }
    return "the number " + text;
  }

  /** Returns whether the value is a whole number. */
  public boolean isWhole() {
    return plain instanceof Integer || plain instanceof Long || plain instanceof BigInteger;
  }
}
