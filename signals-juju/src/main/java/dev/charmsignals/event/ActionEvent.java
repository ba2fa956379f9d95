package dev.charmsignals.event;

import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.model.Action;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator runs an action of this unit (contract §2.13).
 *
 * <p>A handler that throws fails the action, commits nothing, and leaves the unit as it was: Juju
 * does not try again. An action cannot be deferred, because somebody waits for its end.
 *
 * @param name the action's name in this charm's {@code actions.yaml}
 * @param id Juju's id of the task, such as {@code 4}
 * @param delivery what binds it to the action that runs
 */
public record ActionEvent(String name, String id, Delivery delivery) implements HookEvent {

  @Override
  public ActionHook hook() {
    return new ActionHook(name);
  }

  /**
   * Returns the parameters by name: texts, numbers, booleans, lists and maps; those that the
   * operator left out have the defaults of the schema, if there are any.
   */
  public Map<String, @Nullable Object> parameters() {
    return action().parameters();
  }

  /**
   * Returns the parameters as a record: a component {@code dryRun} is the parameter {@code
   * dry-run}.
   *
   * @throws dev.charmsignals.record.InvalidRecordException naming every parameter that does not
   *     fit, with no value
   */
  public <P extends Record> P parameters(Class<P> type) {
    return action().parameters(type);
  }

  /**
   * Adds to what the operator is shown when the action has ended; a later value of a key wins.
   *
   * @param key lower-case letters, digits and dashes, with dots between the names of nested results
   * @param value a text, number, boolean or enum; a map or record of these; or a list, which
   *     becomes JSON
   * @throws dev.charmsignals.model.RefusedEntryException when Juju would refuse the key
   */
  public void result(String key, Object value) {
    action().result(key, value);
  }

  /** Adds results by key; as {@link #result} for each. */
  public void results(Map<String, ?> results) {
    action().results(results);
  }

  /** Adds the components of a record as results: {@code diskUsed} becomes {@code disk-used}. */
  public void results(Record results) {
    action().results(results);
  }

  /** Shows the operator at once how far the action is. */
  public void log(String message) {
    action().log(message);
  }

  /**
   * Marks the action as failed, for the reason that the operator is shown. The handler goes on, and
   * what the hook writes is committed; throw an exception to have nothing committed.
   */
  public void fail(String message) {
    action().fail(message);
  }

  private Action action() {
    return delivery.session().model().action();
  }
}
