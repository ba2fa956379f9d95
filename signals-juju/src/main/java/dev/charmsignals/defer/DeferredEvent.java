package dev.charmsignals.defer;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An event that one observer put off.
 *
 * @param number its number among all that this unit ever put off
 * @param observer the observer's name
 * @param event the event's name: the hook's, or an own event's
 * @param facts what the event is made again from
 * @param at when it was first put off
 */
public record DeferredEvent(
    long number, String observer, String event, SortedMap<String, String> facts, Instant at) {

  /** Copies the facts. */
  public DeferredEvent {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** Returns whether it tells an observer the same, whenever that was. */
  public boolean says(String observer, String event, Map<String, String> facts) {
    return this.observer.equals(observer) && this.event.equals(event) && this.facts.equals(facts);
  }

  /** Returns about how many characters it takes to keep. */
  int size() {
    int size = 64 + observer.length() + event.length();
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      size += 8 + fact.getKey().length() + fact.getValue().length();
    }
    return size;
  }

  /** Names the observer and the event, not what it says. */
  @Override
  public String toString() {
    return observer + ": " + event + " " + number;
  }
}
