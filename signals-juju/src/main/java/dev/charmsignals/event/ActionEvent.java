package dev.charmsignals.event;

import dev.charmsignals.hook.ActionHook;
import java.util.Map;

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
   * Marks the action as failed, for the reason that the operator is shown. The handler goes on, and
   * what the hook writes is committed; throw an exception to have nothing committed.
   */
  public void fail(String message) {
    delivery.session().tools().actions().fail(message);
  }

  /** Shows the operator at once how far the action is. */
  public void log(String message) {
    delivery.session().tools().actions().log(message);
  }

  /**
   * Adds to what the operator is shown when the action has ended; a later value of a key wins.
   *
   * @param results by key: lower-case letters, digits and dashes, with dots between the names of
   *     nested ones, as in {@code backup.size}
   */
  public void results(Map<String, String> results) {
    delivery.session().tools().actions().set(results);
  }
}
