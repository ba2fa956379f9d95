package dev.charmsignals.record;

import dev.charmsignals.snapshot.RecordShape;
import dev.charmsignals.snapshot.RestoreException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making, and everything that is wrong so far. Its keys are taken in their order.
 *
 * @param <R> the record class
 */
final class Loading<R extends Record> {

  private final RecordShape<R> shape;
  private final Optional<R> defaults;
  private final List<@Nullable Object> arguments = new ArrayList<>();
  private final List<FieldError> errors = new ArrayList<>();
  private final List<RecordKey> absent = new ArrayList<>();

  Loading(RecordShape<R> shape, Optional<R> defaults) {
    this.shape = shape;
    this.defaults = defaults;
  }

  /** Takes the value of a key that is not there. */
  void takeNothing(RecordKey key) {
    if (defaults.isPresent()) {
      arguments.add(key.of(defaults.get()));
    } else if (key.isRequired()) {
      absent.add(key);
      arguments.add(null);
    } else {
      take(key, null, false);
    }
  }

  /** Takes a JSON value, which may be null: what the defaults have does not stand in for that. */
  void take(RecordKey key, @Nullable Object json) {
    if (json == null && key.isRequired() && (defaults.isEmpty() || key.isPrimitive())) {
      absent.add(key);
      arguments.add(null);
    } else {
      take(key, json, false);
    }
  }

  /** Takes the text that a databag holds. */
  void takeText(RecordKey key, String text) {
    take(key, text, true);
  }

  private void take(RecordKey key, @Nullable Object value, boolean asText) {
    try {
      arguments.add(asText ? key.fromText((String) value) : key.fromJson(value));
    } catch (RestoreException e) {
      arguments.add(null);
      errors.add(new FieldError(key.key(), key.expected(), e.reason()));
    }
  }

  LoadResult<R> end(Class<R> type, RecordType.Refusal refusal) {
    boolean primitive = false;
    for (RecordKey key : absent) {
      primitive |= key.isPrimitive();
    }
    if (primitive || !errors.isEmpty()) {
      return invalid();
    }
    try {
      R made = shape.create(arguments.toArray());
      absent.removeIf(key -> isMade(key, made));
      return absent.isEmpty() ? new LoadResult.Loaded<>(made) : invalid();
    } catch (InvocationTargetException e) {
      if (absent.isEmpty()) { // else what is missing is why it was refused, most likely
        errors.add(refused(type, e.getTargetException(), refusal));
      }
      return invalid();
    }
  }

  /** Whether the record has something for a key that was not there. */
  private boolean isMade(RecordKey key, R made) {
    try {
      return key.of(made) != null;
    } catch (RuntimeException e) {
      return false; // its accessor tripped over the null
    }
  }

  private LoadResult<R> invalid() {
    for (RecordKey key : absent) {
      errors.add(
          new FieldError(key.key(), key.expected(), "is missing; it should be " + key.expected()));
    }
    return new LoadResult.Invalid<>(errors);
  }

  private static FieldError refused(Class<?> type, Throwable thrown, RecordType.Refusal refusal) {
    String message = thrown.getMessage();
    if (refusal == RecordType.Refusal.MESSAGE && message != null && !message.isEmpty()) {
      return new FieldError("", "", message);
    }
    return new FieldError(
        "",
        "",
        "the constructor of %s threw %s"
            .formatted(type.getSimpleName(), thrown.getClass().getName()));
  }
}
