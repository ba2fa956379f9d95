package dev.charmsignals.bus;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.StreamId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tombstones: streams that have ended, so that a relation which was suspended and comes back, or a
 * unit that left and returns, repeats nothing. Bounded; the oldest go first.
 *
 * @param cursors how far we were in the streams of others
 * @param units whose streams those were, such as {@code 7 other/0}; an earlier version did not say
 * @param own our own streams, by relation number
 */
record Ended(Map<StreamId, Cursor> cursors, Map<StreamId, String> units, Map<Integer, Frozen> own) {

  static final Ended NOTHING = new Ended(Map.of(), Map.of(), Map.of());

  /** A unit whose bag is restored again and again; one that goes on does it to harm others. */
  static final int MAX_OF_ONE_UNIT = 8;

  /** More than the units of any relation, all of which can leave at once and come back. */
  static final int MAX_CURSORS = 512;

  private static final int MAX_OWN = 16;
  private static final int MAX_OWN_CHARACTERS = 128 * 1024;

  /**
   * One of our own streams as it was in its last hook.
   *
   * @param own where it stood
   * @param retained how many signals of the endpoint had been retained by then
   * @param kept the kept entries, by number; empty when they were out of reach, so that another
   *     stream must replace this one
   */
  record Frozen(Standing own, long retained, Optional<SortedMap<Long, String>> kept) {

    int size() {
      int size = 0;
      for (String text : kept.orElse(Collections.emptySortedMap()).values()) {
        size += text.length();
      }
      return size;
    }
  }

  Ended {
    cursors = Collections.unmodifiableMap(new LinkedHashMap<>(cursors));
    units = new LinkedHashMap<>(units);
    units.keySet().retainAll(cursors.keySet());
    units = Collections.unmodifiableMap(units);
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  /** What a unit of a relation is called here. */
  static String unit(int relation, String unit) {
    return relation + " " + unit;
  }

  /**
   * Takes note of a stream that has ended, or in whose place its unit shows another now. Few for
   * each unit, so that one cannot displace what is remembered of others.
   */
  Ended plus(Cursor cursor, String unit) {
    Map<StreamId, Cursor> changed = new LinkedHashMap<>(cursors);
    Map<StreamId, String> whose = new LinkedHashMap<>(units);
    changed.remove(cursor.stream());
    whose.remove(cursor.stream());
    changed.put(cursor.stream(), cursor);
    whose.put(cursor.stream(), unit);
    List<StreamId> ofUnit = new ArrayList<>();
    for (Map.Entry<StreamId, String> each : whose.entrySet()) {
      if (each.getValue().equals(unit)) {
        ofUnit.add(each.getKey());
      }
    }
    dropOldest(changed, ofUnit, MAX_OF_ONE_UNIT);
    dropOldest(changed, List.copyOf(changed.keySet()), MAX_CURSORS);
    return new Ended(changed, whose, own);
  }

  private static void dropOldest(
      Map<StreamId, Cursor> cursors, List<StreamId> oldestFirst, int most) {
    for (int i = 0; i < oldestFirst.size() - most; i++) {
      cursors.remove(oldestFirst.get(i));
    }
  }

  /** How far we were in a stream that this unit had. */
  Optional<Cursor> cursorOf(StreamId stream, String unit) {
    return unit.equals(units.get(stream))
        ? Optional.ofNullable(cursors.get(stream))
        : Optional.empty();
  }

  Ended minus(StreamId stream) {
    if (!cursors.containsKey(stream)) {
      return this;
    }
    Map<StreamId, Cursor> changed = new LinkedHashMap<>(cursors);
    changed.remove(stream);
    return new Ended(changed, units, own);
  }

  Ended plusOwn(int relation, Frozen frozen) {
    Map<Integer, Frozen> changed = new LinkedHashMap<>(own);
    changed.remove(relation);
    changed.put(relation, frozen);
    int size = 0;
    for (Frozen each : changed.values()) {
      size += each.size();
    }
    for (Integer oldest : List.copyOf(changed.keySet())) {
      if (changed.size() <= MAX_OWN && size <= MAX_OWN_CHARACTERS) {
        break;
      }
      Frozen gone = changed.remove(oldest);
      size -= gone == null ? 0 : gone.size();
    }
    return new Ended(cursors, units, changed);
  }

  Ended minusOwn(int relation) {
    Map<Integer, Frozen> changed = new LinkedHashMap<>(own);
    changed.remove(relation);
    return new Ended(cursors, units, changed);
  }

  Optional<Frozen> ownOf(int relation) {
    return Optional.ofNullable(own.get(relation));
  }

  String text() {
    JsonWriter out = new JsonWriter().startObject().name("cursors").startArray();
    for (Cursor cursor : cursors.values()) {
      out.startObject().name("id").string(cursor.stream().value());
      out.name("seq").number(cursor.seq()).name("acked").number(cursor.acked());
      if (cursor.isInFirstLook()) {
        out.name("kept").number(cursor.kept());
      }
      String unit = units.get(cursor.stream());
      if (unit != null) {
        out.name("unit").string(unit);
      }
      out.endObject();
    }
    out.endArray().name("own").startArray();
    for (Map.Entry<Integer, Frozen> entry : own.entrySet()) {
      Frozen frozen = entry.getValue();
      out.startObject().name("relation").number(entry.getKey());
      frozen.own().writeTo(out);
      out.name("retained").number(frozen.retained());
      if (frozen.kept().isPresent()) {
        out.name("kept").startObject();
        for (Map.Entry<Long, String> kept : frozen.kept().get().entrySet()) {
          out.name(Long.toString(kept.getKey())).string(kept.getValue());
        }
        out.endObject();
      }
      out.endObject();
    }
    return out.endArray().endObject().text();
  }

  static Ended parse(String text) throws MalformedException {
    Map<?, ?> object = JsonReader.readObject(text);
    Map<StreamId, Cursor> cursors = new LinkedHashMap<>();
    Map<StreamId, String> units = new LinkedHashMap<>();
    for (Object item : StateFields.list(object, "cursors")) {
      if (item instanceof Map<?, ?> cursor) {
        cursors.put(StateFields.id(cursor), StateFields.cursor(cursor));
        if (cursor.get("unit") instanceof String unit) {
          units.put(StateFields.id(cursor), unit);
        }
      }
    }
    Map<Integer, Frozen> own = new LinkedHashMap<>();
    for (Object item : StateFields.list(object, "own")) {
      if (item instanceof Map<?, ?> frozen) {
        own.put(
            StateFields.count(frozen, "relation"),
            new Frozen(
                Standing.read(frozen),
                StateFields.number(frozen, "retained"),
                kept(frozen.get("kept"))));
      }
    }
    return new Ended(cursors, units, own);
  }

  private static Optional<SortedMap<Long, String>> kept(@Nullable Object written)
      throws MalformedException {
    if (!(written instanceof Map<?, ?> texts)) {
      return Optional.empty();
    }
    SortedMap<Long, String> kept = new TreeMap<>();
    for (Map.Entry<?, ?> text : texts.entrySet()) {
      try {
        kept.put(Long.valueOf(String.valueOf(text.getKey())), String.valueOf(text.getValue()));
      } catch (NumberFormatException e) {
        throw new MalformedException("has a kept entry without a number");
      }
    }
    return Optional.of(kept);
  }
}
