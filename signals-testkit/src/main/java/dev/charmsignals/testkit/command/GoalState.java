package dev.charmsignals.testkit.command;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the model is heading for, as one unit sees it (contract section 2.15).
 *
 * @param units the application's units, this one included
 * @param relations by endpoint, the remote applications and units; peers are not among them
 */
public record GoalState(
    SortedMap<String, Goal> units, SortedMap<String, SortedMap<String, Goal>> relations) {

  /** Copies both maps. */
  public GoalState {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    SortedMap<String, SortedMap<String, Goal>> copy = new TreeMap<>();
    for (Map.Entry<String, SortedMap<String, Goal>> entry : relations.entrySet()) {
      copy.put(entry.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(entry.getValue())));
    }
    relations = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * One unit's or application's goal.
   *
   * @param status Juju's word, such as {@code active} or {@code joined}
   * @param since when that began
   */
  public record Goal(String status, Instant since) {}
}
