package dev.charmsignals.hooktools;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model is heading for, whatever has happened of it yet.
 *
 * @param units the units of this application, itself included, by name
 * @param relations by endpoint, the remote application and its units by name; peers are in units
 */
public record GoalState(Map<String, Goal> units, Map<String, Map<String, Goal>> relations) {

  /** Copies the maps. */
  public GoalState {
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    Map<String, Map<String, Goal>> copies = new LinkedHashMap<>();
    relations.forEach((endpoint, goals) -> copies.put(endpoint, Map.copyOf(goals)));
    relations = Collections.unmodifiableMap(copies);
  }

  /**
   * The state of a unit or application.
   *
   * @param status such as {@code active}, {@code waiting} or, of one that goes, {@code dying}
   * @param since when that began, as Juju writes it: {@code 2026-01-31 12:00:00Z}
   */
  public record Goal(String status, String since) {

    /** Returns whether it is going away. */
    public boolean isDying() {
      return status.equals("dying");
    }
  }

  static GoalState of(AnswerObject answer) {
    Map<String, Map<String, Goal>> relations = new LinkedHashMap<>();
    answer
        .object("relations")
        .objects()
        .forEach((endpoint, others) -> relations.put(endpoint, goals(others)));
    return new GoalState(goals(answer.object("units")), relations);
  }

  private static Map<String, Goal> goals(AnswerObject answer) {
    Map<String, Goal> goals = new LinkedHashMap<>();
    answer
        .objects()
        .forEach(
            (name, goal) ->
                goals.put(
                    name, new Goal(goal.text("status").orElse(""), goal.text("since").orElse(""))));
    return goals;
  }
}
