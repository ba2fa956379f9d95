package dev.charmsignals.testkit.world;

import java.util.List;
import java.util.Map;

/**
 * What an operator is told of an action that has ended.
 *
 * @param name the action's name
 * @param id the number of its task, such as {@code 4}
 * @param status how it ended
 * @param message why, unless it completed
 * @param results what it set, nested, and with {@code stdout}, {@code stderr} and {@code
 *     return-code} if a program ran
 * @param log what it said on its way
 */
public record ActionResult(
    String name,
    String id,
    ActionStatus status,
    String message,
    Map<String, Object> results,
    List<String> log) {

  /** Copies what it is given. */
  public ActionResult {
    results = Map.copyOf(results);
    log = List.copyOf(log);
  }

  /** Returns whether it completed. */
  public boolean completed() {
    return status == ActionStatus.COMPLETED;
  }

  /** Returns everything but the values of the results, which may be secret. */
  @Override
  public String toString() {
    String why = message.isEmpty() ? "" : ": " + message;
    return "action %s (task %s) %s%s, results %s, log %s"
        .formatted(name, id, status, why, results.keySet().stream().sorted().toList(), log);
  }
}
