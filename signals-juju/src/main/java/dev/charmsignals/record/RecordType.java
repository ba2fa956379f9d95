package dev.charmsignals.record;

import dev.charmsignals.snapshot.RecordField;
import dev.charmsignals.snapshot.RecordShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one record class is loaded from a map and written to one: a component is a key, {@code
 * maxConnections} the key {@code max-connections} unless {@link Key} names another.
 *
 * <p>Unknown keys are ignored. A key that is not there is what the defaults hold; without defaults
 * it is {@code Optional.empty()}, or null for the record's own compact constructor to replace, and
 * a component that stays null is a mistake. A record that wraps one string, such as a reference to
 * a secret, stands as that string. An enum constant may be written in kebab-case. What records
 * within the record hold is named as their components are. Immutable.
 *
 * @param <R> the record class
 */
public final class RecordType<R extends Record> {

  /** More than Juju takes in one databag or charm state. */
  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  private final Class<R> type;
  private final RecordShape<R> shape;
  private final List<RecordKey> keys;

  private RecordType(Class<R> type, RecordShape<R> shape, List<RecordKey> keys) {
    this.type = type;
    this.shape = shape;
    this.keys = keys;
  }

  /**
   * Returns how {@code type} is loaded.
   *
   * @throws RecordTypeException when two components have one key, or a mark stands where it cannot
   * @throws dev.charmsignals.snapshot.ShapeException when JSON cannot say a component's type
   */
  public static <R extends Record> RecordType<R> of(Class<R> type) {
    RecordShape<R> shape = RecordShape.of(type);
    Map<String, RecordKey> keys = new LinkedHashMap<>();
    for (RecordField field : shape.fields()) {
      RecordKey key = new RecordKey(type, field);
      RecordKey taken = keys.put(key.key(), key);
      if (taken != null) {
        throw new RecordTypeException(
            type,
            field.name(),
            "has the key \"%s\" of %s; give one of them a @Key of its own"
                .formatted(key.key(), taken.component()));
      }
    }
    return new RecordType<>(type, shape, List.copyOf(keys.values()));
  }

  /** Returns the class of a record. */
  @SuppressWarnings("unchecked") // a record class has no subclasses
  public static <R extends Record> Class<R> classOf(R value) {
    return (Class<R>) value.getClass();
  }

  /** Returns the record class. */
  public Class<R> type() {
    return type;
  }

  /** Returns the keys, in the order of the components. */
  public List<String> keys() {
    List<String> names = new ArrayList<>(keys.size());
    for (RecordKey key : keys) {
      names.add(key.key());
    }
    return names;
  }

  /** Loads a record from JSON values: strings, numbers, booleans, lists and maps. */
  public LoadResult<R> load(Map<String, ? extends @Nullable Object> values) {
    return load(values, Optional.empty(), Refusal.KIND);
  }

  /**
   * Loads a record from JSON values.
   *
   * @param defaults what a component is whose key is not there
   * @param refusal what is told when the record's constructor throws
   */
  public LoadResult<R> load(
      Map<String, ? extends @Nullable Object> values, Optional<R> defaults, Refusal refusal) {
    Loading<R> loading = new Loading<>(shape, defaults);
    for (RecordKey key : keys) {
      Object value = values.get(key.key());
      if (value != null || values.containsKey(key.key())) {
        loading.take(key, value);
      } else {
        loading.takeNothing(key);
      }
    }
    return loading.end(type, refusal);
  }

  /** Loads a record from a databag, where each value is JSON unless it is {@link Plain}. */
  public LoadResult<R> loadTexts(Map<String, String> texts) {
    Loading<R> loading = new Loading<>(shape, Optional.empty());
    boolean anything = keys.isEmpty();
    for (RecordKey key : keys) {
      String text = texts.get(key.key());
      if (text == null) {
        loading.takeNothing(key);
      } else {
        anything = true;
        loading.takeText(key, text);
      }
    }
    return anything ? loading.end(type, Refusal.KIND) : new LoadResult.Absent<>();
  }

  /** Returns a record as JSON values by their keys; null for what it has not. */
  public Map<String, @Nullable Object> values(R value) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordKey key : keys) {
      values.put(key.key(), key.toJson(value));
    }
    return values;
  }

  /** Returns a record as a databag holds it; nothing where a key is to go. */
  public Map<String, Optional<String>> texts(R value) {
    Map<String, Optional<String>> texts = new LinkedHashMap<>();
    for (RecordKey key : keys) {
      texts.put(key.key(), key.toText(value, MOST_CHARACTERS));
    }
    return texts;
  }

  /** What is told of an exception that the record's own constructor throws. */
  public enum Refusal {
    /** The exception's class, because its message may quote what nobody should read. */
    KIND,
    /** Its message, for values that are no secrets. */
    MESSAGE
  }
}
