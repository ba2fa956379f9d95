package dev.charmsignals.model;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.record.FieldError;
import dev.charmsignals.record.InvalidRecordException;
import dev.charmsignals.record.LoadResult;
import dev.charmsignals.record.RecordType;
import dev.charmsignals.snapshot.SnapshotException;
import dev.charmsignals.snapshot.SnapshotText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one owner remembers from hook to hook: a record, kept in charm state as JSON.
 *
 * <p>Made in the charm's constructor by {@code stored("counts", new Counts(0))}, which asks Juju
 * nothing. Loaded when first read; written at the end of a hook that succeeds, if it differs; gone
 * back on with everything else when a signal is rolled back.
 *
 * <p>An upgrade may add components, which are what they are in the initial record until they are
 * set, and take some away, whose values are kept for a charm that goes back. A component of another
 * type needs {@link #migratedBy}.
 *
 * @param <R> the record
 */
public final class Stored<R extends Record> {

  /** No endpoint begins with a dot, so no ledger of signals has such a key. */
  static final String PREFIX = "charm-signals/.stored/";

  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  /** No more are read than can be written: each hook that stores something would fail of them. */
  private static final int MOST_LEVELS = SnapshotText.MAX_DEPTH;

  private final CharmState state;
  private final String owner;
  private final R initial;
  private @Nullable RecordType<R> type;
  private @Nullable Function<? super Map<String, Object>, ? extends R> migration;
  private @Nullable String knownText;
  private @Nullable R known;

  Stored(CharmState state, String owner, R initial) {
    this.state = state;
    this.owner = owner;
    this.initial = initial;
  }

  /** Returns the name it is kept under. */
  public String owner() {
    return owner;
  }

  /**
   * Makes a record of what an older charm stored where that does not fit; what it returns is stored
   * when the hook succeeds.
   *
   * @param older called with what is stored, as strings, {@link Long}, {@link Double}, booleans,
   *     lists and maps; with an empty map if that is no JSON object
   * @return this
   */
  public Stored<R> migratedBy(Function<? super Map<String, Object>, ? extends R> older) {
    migration = older;
    return this;
  }

  /**
   * Returns what is stored, this hook's changes included; the initial record if nothing is.
   *
   * @throws InvalidRecordException when what is stored does not fit and nothing migrates it
   */
  public R get() {
    String text = state.get(key()).orElse(null);
    if (text == null) {
      return initial;
    }
    R last = known;
    if (last != null && text.equals(knownText)) {
      return last;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    try {
      values.putAll(JsonReader.readObject(text, MOST_LEVELS));
    } catch (MalformedException e) {
      return migrated(
          new LinkedHashMap<String, @Nullable Object>(),
          List.of(new FieldError("", "an object", "it " + e.getMessage())));
    }
    LoadResult<R> result = type().load(values, Optional.of(initial), RecordType.Refusal.KIND);
    Optional<R> value = result.value();
    return value.isPresent() ? remember(text, value.get()) : migrated(values, result.errors());
  }

  /** Stores a record when the hook succeeds. */
  public void set(R value) {
    String before = state.get(key()).orElse(null);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (before != null) {
      keepUnknown(before, values);
    } else if (type().values(value).equals(type().values(initial))) {
      return; // not by equals of the record, whose first call takes longer than a hook
    }
    values.putAll(type().values(value));
    String text = text(values);
    state.put(key(), text);
    remember(text, value);
  }

  private String text(Map<String, @Nullable Object> values) {
    try {
      return SnapshotText.of(values, MOST_CHARACTERS);
    } catch (SnapshotException e) {
      throw e.in(toString());
    }
  }

  /** Stores what a function makes of what is stored, and returns it. */
  public R update(UnaryOperator<R> change) {
    R next = change.apply(get());
    set(next);
    return next;
  }

  /** Returns the owner, and nothing of what is stored. */
  @Override
  public String toString() {
    return "stored state \"" + owner + "\"";
  }

  private R migrated(Map<String, @Nullable Object> values, List<FieldError> errors) {
    Function<? super Map<String, Object>, ? extends R> older = migration;
    if (older == null) {
      throw new InvalidRecordException(
          toString(),
          RecordType.classOf(initial),
          errors,
          "An older charm, or somebody by hand, stored it; say how to read it with migratedBy(…)");
    }
    Map<String, Object> there = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
      Object held = value.getValue();
      if (held != null) {
        there.put(value.getKey(), held);
      }
    }
    R made = older.apply(there);
    set(made);
    return made;
  }

  private R remember(String text, R value) {
    knownText = text;
    known = value;
    return value;
  }

  private RecordType<R> type() {
    RecordType<R> made = type;
    if (made == null) {
      made = RecordType.of(RecordType.classOf(initial));
      type = made;
    }
    return made;
  }

  private String key() {
    return PREFIX.concat(owner);
  }

  /** What this charm has no component for belongs to a newer one, which may come back. */
  private static void keepUnknown(String before, Map<String, @Nullable Object> values) {
    try {
      values.putAll(JsonReader.readObject(before, MOST_LEVELS));
    } catch (MalformedException e) {
      // Nothing can be kept of it.
    }
  }
}
