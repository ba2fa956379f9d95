package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;

/** What the commands of a running action may ask and change; contract section 2.13. */
public interface ActionContext {

  /**
   * Returns the parameters with their defaults filled in: String, Boolean, Number, and lists and
   * maps of these.
   */
  Map<String, Object> parameters();

  /**
   * Sets one result, to be delivered when the action ends.
   *
   * @param path the key at each level of the nested results, at least one
   */
  void putResult(List<String> path, String value);

  /** Marks the action as failed; it goes on all the same. */
  void fail(String message);

  /** Shows a message to whoever waits for the action, at once. */
  void log(String message);
}
