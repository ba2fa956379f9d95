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
 * @param replaced those of them that a unit which is still there has replaced by another, and the
 *     unit, such as {@code 7 other/0}
 * @param own our own streams, by relation number
 */
record Ended(
    Map<StreamId, Cursor> cursors, Map<StreamId, String> replaced, Map<Integer, Frozen> own) {

  static final Ended NOTHING = new Ended(Map.of(), Map.of(), Map.of());

  /** A unit whose bag is restored again and again; one that goes on does it to harm others. */
  static final int MAX_REPLACED = 8;

  /** More than the units of any relation, all of which can leave at once and come back. */
  static final int MAX_CURSORS = 512;

  private static final int MAX_OWN = 16;
  private static final int MAX_OWN_CHARACTERS = 128 * 1024;

  /**
   * One of our own streams as it was in its last hook.
   *
   * @param own where it stood
   * @param retained how many signals of the endpoint had been retained by then
   * @param kept the kept entries, by number
   */
  record Frozen(Standing own, long retained, SortedMap<Long, String> kept) {

    int size() {
      int size = 0;
      for (String text : kept.values()) {
        size += text.length();
      }
      return size;
    }
  }

  Ended {
    cursors = Collections.unmodifiableMap(new LinkedHashMap<>(cursors));
    replaced = new LinkedHashMap<>(replaced);
    replaced.keySet().retainAll(cursors.keySet());
    replaced = Collections.unmodifiableMap(replaced);
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  /** Takes note of the stream of a unit that has left. */
  Ended plus(Cursor cursor) {
    Map<StreamId, Cursor> changed = new LinkedHashMap<>(cursors);
    changed.remove(cursor.stream());
    changed.put(cursor.stream(), cursor);
    List<StreamId> oldestFirst = new ArrayList<>(changed.keySet());
    for (int i = 0; i < oldestFirst.size() - MAX_CURSORS; i++) {
      changed.remove(oldestFirst.get(i));
    }
    Map<StreamId, String> still = new LinkedHashMap<>(replaced);
    still.remove(cursor.stream());
    return new Ended(changed, still, own);
  }

  /**
   * Takes note of a stream in whose place a unit shows another now. Few for each unit, so that one
   * cannot displace what is remembered of others.
   */
  Ended plusReplaced(Cursor cursor, String unit) {
    Ended changed = plus(cursor);
    Map<StreamId, String> streams = new LinkedHashMap<>(changed.replaced());
    streams.put(cursor.stream(), unit);
    changed = new Ended(changed.cursors(), streams, own);
    List<StreamId> oldestFirst = new ArrayList<>();
    for (Map.Entry<StreamId, String> each : changed.replaced().entrySet()) {
      if (each.getValue().equals(unit)) {
        oldestFirst.add(each.getKey());
      }
    }
    for (int i = 0; i < oldestFirst.size() - MAX_REPLACED; i++) {
      changed = changed.minus(oldestFirst.get(i));
    }
    return changed;
  }

  Ended minus(StreamId stream) {
    if (!cursors.containsKey(stream)) {
      return this;
    }
    Map<StreamId, Cursor> changed = new LinkedHashMap<>(cursors);
    changed.remove(stream);
    return new Ended(changed, replaced, own);
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
    return new Ended(cursors, replaced, changed);
  }

  Ended minusOwn(int relation) {
    Map<Integer, Frozen> changed = new LinkedHashMap<>(own);
    changed.remove(relation);
    return new Ended(cursors, replaced, changed);
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
      String unit = replaced.get(cursor.stream());
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
      out.name("kept").startObject();
      for (Map.Entry<Long, String> kept : frozen.kept().entrySet()) {
        out.name(Long.toString(kept.getKey())).string(kept.getValue());
      }
      out.endObject().endObject();
    }
    return out.endArray().endObject().text();
  }

  static Ended parse(String text) throws MalformedException {
    Map<?, ?> object = JsonReader.readObject(text);
    Map<StreamId, Cursor> cursors = new LinkedHashMap<>();
    Map<StreamId, String> replaced = new LinkedHashMap<>();
    for (Object item : StateFields.list(object, "cursors")) {
      if (item instanceof Map<?, ?> cursor) {
        cursors.put(StateFields.id(cursor), StateFields.cursor(cursor));
        if (cursor.get("unit") instanceof String unit) {
          replaced.put(StateFields.id(cursor), unit);
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
    return new Ended(cursors, replaced, own);
  }

  private static SortedMap<Long, String> kept(@Nullable Object written) throws MalformedException {
    SortedMap<Long, String> kept = new TreeMap<>();
    if (written instanceof Map<?, ?> texts) {
      for (Map.Entry<?, ?> text : texts.entrySet()) {
        try {
          kept.put(Long.valueOf(String.valueOf(text.getKey())), String.valueOf(text.getValue()));
        } catch (NumberFormatException e) {
          throw new MalformedException("has a kept entry without a number");
        }
      }
    }
    return kept;
  }
}
