package dev.charmsignals.defer;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All events that wait, in the order in which they were put off. Immutable.
 *
 * @param next the number that the next one gets, so that no number comes twice
 * @param events those that wait, by number
 */
public record DeferQueue(long next, List<DeferredEvent> events) {

  /** Nothing waits, and nothing ever did. */
  public static final DeferQueue EMPTY = new DeferQueue(1, List.of());

  /** The greatest number that every JSON reader holds exactly. */
  private static final long MOST = (1L << 53) - 1;

  /** Copies the list. */
  public DeferQueue {
    events = List.copyOf(events);
  }

  /** Returns whether nothing waits. */
  public boolean isEmpty() {
    return events.isEmpty();
  }

  /** Returns whether something waits for an observer. */
  public boolean concerns(String observer) {
    for (DeferredEvent event : events) {
      if (event.observer().equals(observer)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether an event that says the same waits for the observer already. */
  public boolean holds(String observer, String event, Map<String, String> facts) {
    for (DeferredEvent each : events) {
      if (each.says(observer, event, facts)) {
        return true;
      }
    }
    return false;
  }

  /** Returns this queue with one event more, at the place that its number gives it. */
  public DeferQueue plus(DeferredEvent event) {
    List<DeferredEvent> changed = new ArrayList<>(events);
    int place = changed.size();
    while (place > 0 && changed.get(place - 1).number() > event.number()) {
      place--;
    }
    changed.add(place, event);
    return new DeferQueue(Math.max(next, event.number() + 1), changed);
  }

  /** Returns this queue without the event of a number. */
  public DeferQueue minus(long number) {
    List<DeferredEvent> changed = new ArrayList<>(events);
    changed.removeIf(event -> event.number() == number);
    return new DeferQueue(next, changed);
  }

  /** Returns this queue without what tells the same observer the same. */
  public DeferQueue minusSame(DeferredEvent same) {
    List<DeferredEvent> changed = new ArrayList<>(events);
    changed.removeIf(event -> event.says(same.observer(), same.event(), same.facts()));
    return new DeferQueue(next, changed);
  }

  /** Returns the event that has to go for the rest to keep to the limits, if one has to. */
  public Optional<DeferredEvent> excess(DeferLimits limits) {
    Map<String, Integer> counts = new TreeMap<>();
    long characters = 0;
    for (DeferredEvent event : events) {
      counts.merge(event.observer(), 1, Integer::sum);
      characters += event.size();
    }
    // One event alone is kept whatever its size: charm state has a limit of its own.
    boolean overfull =
        events.size() > limits.inAll() || (characters > limits.characters() && events.size() > 1);
    for (DeferredEvent event : events) {
      if (overfull || counts.getOrDefault(event.observer(), 0) > limits.perObserver()) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** Returns this queue as text for charm state. */
  public String text() {
    JsonWriter out = new JsonWriter().startObject().name("next").number(next);
    out.name("events").startArray();
    for (DeferredEvent event : events) {
      out.startObject().name("n").number(event.number());
      out.name("observer").string(event.observer());
      out.name("event").string(event.event());
      out.name("at").number(event.at().getEpochSecond());
      out.name("facts").startObject();
      for (Map.Entry<String, String> fact : event.facts().entrySet()) {
        out.name(fact.getKey()).string(fact.getValue());
      }
      out.endObject().endObject();
    }
    return out.endArray().endObject().text();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws MalformedException when it is something else, because somebody edited it
   */
  public static DeferQueue parse(String text) throws MalformedException {
    Map<?, ?> object = JsonReader.readObject(text);
    if (!(object.get("events") instanceof List<?> list)) {
      throw new MalformedException("has no list of events");
    }
    SortedMap<Long, DeferredEvent> events = new TreeMap<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> written)) {
        throw new MalformedException("holds what is no event");
      }
      DeferredEvent event = event(written);
      if (events.put(event.number(), event) != null) {
        throw new MalformedException("holds two events of one number");
      }
    }
    long next = number(object, "next");
    if (next == MOST) {
      next = 1; // somebody wrote it, and it leaves no number for what comes after it
    }
    if (!events.isEmpty()) {
      next = Math.max(next, events.lastKey() + 1);
    }
    return new DeferQueue(next, List.copyOf(events.values()));
  }

  private static DeferredEvent event(Map<?, ?> object) throws MalformedException {
    SortedMap<String, String> facts = new TreeMap<>();
    if (object.get("facts") instanceof Map<?, ?> written) {
      for (Map.Entry<?, ?> fact : written.entrySet()) {
        facts.put(String.valueOf(fact.getKey()), String.valueOf(fact.getValue()));
      }
    }
    if (!(object.get("observer") instanceof String observer)
        || !(object.get("event") instanceof String name)) {
      throw new MalformedException("holds an event without an observer or a name");
    }
    try {
      Instant at = Instant.ofEpochSecond(number(object, "at"));
      long number = number(object, "n");
      if (number == MOST) {
        throw new MalformedException("leaves no number for the next event");
      }
      return new DeferredEvent(number, observer, name, facts, at);
    } catch (DateTimeException e) {
      throw new MalformedException("has a time beyond all times");
    }
  }

  private static long number(Map<?, ?> object, String name) throws MalformedException {
    if (object.get(name) instanceof Long number && number >= 0 && number <= MOST) {
      return number;
    }
    throw new MalformedException("has no usable " + name);
  }
}
