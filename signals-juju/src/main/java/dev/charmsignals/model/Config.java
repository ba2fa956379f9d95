package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.record.FieldError;
import dev.charmsignals.record.InvalidRecordException;
import dev.charmsignals.record.LoadResult;
import dev.charmsignals.record.RecordType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
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
  private final StatusSlot unitStatus;
  private @Nullable Map<String, Optional<Object>> options;

  Config(HookTools tools, StatusSlot unitStatus) {
    this.tools = tools;
    this.unitStatus = unitStatus;
  }

  /**
   * Returns an option of type {@code string} or {@code secret}.
   *
   * @throws ConfigTypeException when the option has another type
   * @throws UnknownOptionException when the charm does not declare it
   */
  public Optional<String> string(String option) {
    Object value = value(option);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw new ConfigTypeException(option, "string", value);
  }

  /**
   * Returns an option of type {@code int}.
   *
   * @throws ConfigTypeException when the option has another type
   * @throws UnknownOptionException when the charm does not declare it
   */
  public Optional<Long> integer(String option) {
    Object value = value(option);
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
   * @throws UnknownOptionException when the charm does not declare it
   */
  public Optional<Double> decimal(String option) {
    Object value = value(option);
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
   * @throws UnknownOptionException when the charm does not declare it
   */
  public Optional<Boolean> bool(String option) {
    Object value = value(option);
    if (value == null || value instanceof Boolean) {
      return Optional.ofNullable((Boolean) value);
    }
    throw new ConfigTypeException(option, "boolean", value);
  }

  /** Returns all options that have a value, as text, numbers and truth values; unmodifiable. */
  public Map<String, Object> asMap() {
    Map<String, Object> set = new TreeMap<>();
    for (Map.Entry<String, Optional<Object>> option : options().entrySet()) {
      if (option.getValue().isPresent()) {
        set.put(option.getKey(), option.getValue().get());
      }
    }
    return Collections.unmodifiableMap(set);
  }

  /**
   * Loads all of it as a record, of which a component {@code maxConnections} is the option {@code
   * max-connections}; an option without a value is {@code Optional.empty()}. Ranges and the like
   * are for the record's constructor to check.
   *
   * @throws InvalidRecordException when options do not fit, naming all of them
   * @throws UnknownOptionException when the charm does not declare one of them
   */
  public <R extends Record> R load(Class<R> type) {
    return loaded(type, read(type));
  }

  /** Loads a record, where {@code defaults} says what an option without a value is. */
  public <R extends Record> R load(R defaults) {
    return loaded(RecordType.classOf(defaults), read(defaults));
  }

  /**
   * Loads a record, or has the unit blocked with everything that is wrong.
   *
   * <p>Empty means that the operator has to act. The handler then returns; what the hook has
   * written until then is committed, and other handlers run. Blocked stays the unit's status at the
   * end of the hook, whatever less urgent one they set.
   *
   * @throws UnknownOptionException when the charm does not declare one of the options, which no
   *     operator can help
   */
  public <R extends Record> Optional<R> loadOrBlock(Class<R> type) {
    return orBlock(read(type));
  }

  /** As the other, where {@code defaults} says what an option without a value is. */
  public <R extends Record> Optional<R> loadOrBlock(R defaults) {
    return orBlock(read(defaults));
  }

  /** Loads a record or tells what is wrong, without throwing; for collect-status, for example. */
  public <R extends Record> LoadResult<R> read(Class<R> type) {
    return read(RecordType.of(type), Optional.empty());
  }

  /** As the other, where {@code defaults} says what an option without a value is. */
  public <R extends Record> LoadResult<R> read(R defaults) {
    return read(RecordType.of(RecordType.classOf(defaults)), Optional.of(defaults));
  }

  private <R extends Record> LoadResult<R> read(RecordType<R> type, Optional<R> defaults) {
    for (String option : type.keys()) {
      value(option);
    }
    return type.load(asMap(), defaults, RecordType.Refusal.MESSAGE);
  }

  private static <R extends Record> R loaded(Class<R> type, LoadResult<R> result) {
    if (result.value().isEmpty()) {
      throw new InvalidRecordException(
          "Config", type, result.errors(), "Let loadOrBlock tell the operator");
    }
    return result.value().get();
  }

  private <R extends Record> Optional<R> orBlock(LoadResult<R> result) {
    if (result.value().isEmpty()) {
      StringJoiner wrong = new StringJoiner("; ", "config: ", "");
      for (FieldError error : result.errors()) {
        wrong.add(error.toString());
      }
      unitStatus.insist(Status.blocked(wrong.toString()));
    }
    return result.value();
  }

  /** Returns the value of an option that the charm declares; null if it has none. */
  private @Nullable Object value(String option) {
    Optional<Object> value = options().get(option);
    if (value == null) {
      throw new UnknownOptionException(option, List.copyOf(options().keySet()));
    }
    return value.orElse(null);
  }

  private Map<String, Optional<Object>> options() {
    Map<String, Optional<Object>> known = options;
    if (known == null) {
      known = new TreeMap<>(tools.configGet());
      options = known;
    }
    return known;
  }
}
