package dev.charmsignals.model;

import dev.charmsignals.record.FieldError;
import dev.charmsignals.record.InvalidRecordException;
import dev.charmsignals.record.LoadResult;
import dev.charmsignals.record.RecordType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The action that runs: what the operator asked for, and what it is told.
 *
 * <p>Progress and failure are told at once. Results are pending as all that a hook writes, and are
 * told in one go at its end, so an action that throws has none.
 */
public final class Action implements Participant<Map<String, String>> {

  private final HookSession session;
  private final TreeMap<String, String> results = new TreeMap<>();
  private @Nullable Map<String, @Nullable Object> parameters;

  Action(HookSession session) {
    this.session = session;
  }

  /**
   * Returns the parameters by name: texts, numbers, booleans, lists and maps; those that the
   * operator left out have the defaults of the schema, if there are any. Asked once.
   */
  public Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> known = parameters;
    if (known == null) {
      known = session.tools().actions().get();
      parameters = known;
    }
    return known;
  }

  /**
   * Returns the parameters as a record: a component {@code dryRun} is the parameter {@code
   * dry-run}.
   *
   * @throws InvalidRecordException naming every parameter that does not fit, with no value
   */
  public <P extends Record> P parameters(Class<P> type) {
    LoadResult<P> result = RecordType.of(type).load(parameters());
    return result.fold(
        loaded -> loaded,
        errors -> {
          throw misfit(type, errors);
        },
        () -> {
          throw misfit(type, List.of());
        });
  }

  private static InvalidRecordException misfit(
      Class<? extends Record> type, List<FieldError> errors) {
    return new InvalidRecordException(
        "The parameters of the action",
        type,
        errors,
        "Declare in actions.yaml what is required, its type and its default");
  }

  /**
   * Adds a result; a later one under the same key wins.
   *
   * @param key lower-case letters, digits and dashes, with dots between the names of nested results
   * @param value a text, number, boolean or enum; a map or record of these, whose keys or
   *     components come after a dot; or a list, which becomes JSON
   * @throws RefusedEntryException when Juju would refuse the key
   */
  public void result(String key, Object value) {
    ActionResults.add(key, value, results);
  }

  /** Adds results by key; as {@link #result} for each. */
  public void results(Map<String, ?> more) {
    TreeMap<String, String> all = new TreeMap<>(results);
    for (Map.Entry<String, ?> result : more.entrySet()) {
      ActionResults.add(result.getKey(), result.getValue(), all);
    }
    reset(all);
  }

  /**
   * Adds the components of a record as results, by their names with dashes: {@code diskUsed}
   * becomes {@code disk-used}. Empty ones are left out.
   */
  public void results(Record more) {
    results(ActionResults.of(more));
  }

  /** Returns the results so far, by dotted key. */
  public Map<String, String> results() {
    return Collections.unmodifiableMap(results);
  }

  /** Shows the operator at once how far the action is. */
  public void log(String message) {
    session.tools().actions().log(message);
  }

  /**
   * Marks the action as failed, for the reason that the operator is shown. The handler goes on, and
   * what it writes is committed; throw an exception to have nothing committed.
   */
  public void fail(String message) {
    session.tools().actions().fail(message);
  }

  void commit() {
    if (!results.isEmpty()) {
      session.tools().actions().set(results);
    }
  }

  @Override
  public Map<String, String> mark() {
    return Map.copyOf(results);
  }

  @Override
  public void reset(Map<String, String> mark) {
    results.clear();
    results.putAll(mark);
  }
}
