package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookTools;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The application's config: what the operator set and the defaults; read once per hook.
 *
 * <p>An option without a value and without a default is absent. Juju hands integers over as
 * floating point, so they are exact up to 2<sup>53</sup> (contract §2.1).
 */
public final class Config {

  private final HookTools tools;
  private @Nullable Map<String, Object> options;

  Config(HookTools tools) {
    this.tools = tools;
  }

  /**
   * Returns an option of type {@code string} or {@code secret}.
   *
   * @throws ConfigTypeException when the option has another type
   */
  public Optional<String> string(String option) {
    Object value = asMap().get(option);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw new ConfigTypeException(option, "string", value);
  }

  /**
   * Returns an option of type {@code int}.
   *
   * @throws ConfigTypeException when the option has another type
   */
  public Optional<Long> integer(String option) {
    Object value = asMap().get(option);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      try {
        return Optional.of(new BigDecimal(number.toString()).longValueExact());
      } catch (ArithmeticException e) {
        throw new ConfigTypeException(option, "int", value);
      }
    }
    throw new ConfigTypeException(option, "int", value);
  }

  /**
   * Returns an option of type {@code float}, or an {@code int} as one.
   *
   * @throws ConfigTypeException when the option has another type
   */
  public Optional<Double> decimal(String option) {
    Object value = asMap().get(option);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    throw new ConfigTypeException(option, "float", value);
  }

  /**
   * Returns an option of type {@code boolean}.
   *
   * @throws ConfigTypeException when the option has another type
   */
  public Optional<Boolean> bool(String option) {
    Object value = asMap().get(option);
    if (value == null || value instanceof Boolean) {
      return Optional.ofNullable((Boolean) value);
    }
    throw new ConfigTypeException(option, "boolean", value);
  }

  /** Returns all options that have a value, as text, numbers and truth values; unmodifiable. */
  public Map<String, Object> asMap() {
    Map<String, Object> known = options;
    if (known == null) {
      known = Collections.unmodifiableMap(new TreeMap<>(tools.configGet()));
      options = known;
    }
    return known;
  }
}
