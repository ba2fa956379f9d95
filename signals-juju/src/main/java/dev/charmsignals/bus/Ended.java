package dev.charmsignals.bus;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.StreamId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
 * @param others how far we were in the streams of others, the oldest first
 * @param own our own streams, by relation number
 */
record Ended(List<Tombstone> others, Map<Integer, Frozen> own) {

  static final Ended NOTHING = new Ended(List.of(), Map.of());

  /**
   * How far we were in a stream that a unit showed. Whoever copies its id has a tombstone of its
   * own, and cannot touch this one.
   *
   * @param cursor how far
   * @param unit the unit, such as {@code 7 other/0}; the empty string where an earlier version did
   *     not say
   */
  record Tombstone(Cursor cursor, String unit) {

    /** The number of the relation; empty where an earlier version did not say. */
    String relation() {
      return unit.substring(0, Math.max(0, unit.indexOf(' ')));
    }

    boolean isOf(StreamId stream, String unit) {
      return cursor.stream().equals(stream) && this.unit.equals(unit);
    }
  }

  /** A unit whose bag is restored again and again; one that goes on does it to harm others. */
  static final int MAX_OF_ONE_UNIT = 8;

  /** More than the units of most relations, all of which can leave at once and come back. */
  static final int MAX_OTHERS = 512;

  /** How many of our own streams; they are short, but for what they keep. */
  static final int MAX_OWN = 128;

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

    /** Without what it keeps; where the stream is needed again another one is to replace it. */
    Frozen emptied() {
      return new Frozen(own, retained, Optional.empty());
    }

    int size() {
      int size = 0;
      for (String text : kept.orElse(Collections.emptySortedMap()).values()) {
        size += text.length();
      }
      return size;
    }
  }

  Ended {
    others = List.copyOf(others);
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
    List<Tombstone> changed = new ArrayList<>(minus(cursor.stream(), unit).others());
    changed.add(new Tombstone(cursor, unit));
    int ofUnit = 0;
    for (int i = changed.size() - 1; i >= 0; i--) {
      if (changed.get(i).unit().equals(unit) && ++ofUnit > MAX_OF_ONE_UNIT) {
        changed.remove(i);
      }
    }
    if (changed.size() > MAX_OTHERS) {
      changed.remove(leastNeeded(changed));
    }
    return new Ended(changed, own);
  }

  /**
   * The oldest of the relation that has most, so that none displaces what others need; where each
   * has few, the oldest of all, because most of them belong to relations that are gone.
   */
  private static int leastNeeded(List<Tombstone> tombstones) {
    Map<String, Integer> counts = new HashMap<>();
    String most = "";
    for (Tombstone each : tombstones) {
      String relation = each.relation();
      int count = counts.getOrDefault(relation, 0) + 1;
      counts.put(relation, count);
      if (count > counts.getOrDefault(most, 0)) {
        most = relation;
      }
    }
    if (counts.getOrDefault(most, 0) <= MAX_OTHERS / 4) {
      return 0;
    }
    int oldest = 0;
    while (!tombstones.get(oldest).relation().equals(most)) {
      oldest++;
    }
    return oldest;
  }

  Ended minus(StreamId stream, String unit) {
    List<Tombstone> changed = new ArrayList<>(others.size());
    for (Tombstone each : others) {
      if (!each.isOf(stream, unit) && !each.isOf(stream, "")) {
        changed.add(each);
      }
    }
    return changed.size() == others.size() ? this : new Ended(changed, own);
  }

  /**
   * How far we were in the streams of a relation that have ended, or that nobody shows any more.
   */
  List<Cursor> cursorsIn(int relation) {
    List<Cursor> cursors = new ArrayList<>();
    String prefix = unit(relation, "");
    for (Tombstone each : others) {
      if (each.unit().startsWith(prefix)) {
        cursors.add(each.cursor());
      }
    }
    return cursors;
  }

  /** How far we were in the streams that a unit had, or may have had. */
  Map<StreamId, Cursor> cursorsOf(String unit) {
    Map<StreamId, Cursor> cursors = new HashMap<>();
    for (Tombstone each : others) {
      if (each.unit().equals(unit) || each.unit().isEmpty()) {
        cursors.put(each.cursor().stream(), each.cursor());
      }
    }
    return cursors;
  }

  /**
   * Keeps one of our own streams. What too many of them keep is given up, the oldest first, but not
   * where they stood: a stream that replaces another can then say so.
   */
  Ended plusOwn(int relation, Frozen frozen) {
    Map<Integer, Frozen> changed = new LinkedHashMap<>(own);
    changed.remove(relation);
    changed.put(relation, frozen.size() > MAX_OWN_CHARACTERS ? frozen.emptied() : frozen);
    int size = 0;
    for (Frozen each : changed.values()) {
      size += each.size();
    }
    for (Map.Entry<Integer, Frozen> oldest : changed.entrySet()) {
      if (size > MAX_OWN_CHARACTERS && oldest.getValue().size() > 0) {
        size -= oldest.getValue().size();
        oldest.setValue(oldest.getValue().emptied());
      }
    }
    if (changed.size() > MAX_OWN) {
      changed.remove(changed.keySet().iterator().next());
    }
    return new Ended(others, changed);
  }

  Ended minusOwn(int relation) {
    Map<Integer, Frozen> changed = new LinkedHashMap<>(own);
    changed.remove(relation);
    return new Ended(others, changed);
  }

  Optional<Frozen> ownOf(int relation) {
    return Optional.ofNullable(own.get(relation));
  }

  String text() {
    JsonWriter out = new JsonWriter().startObject().name("cursors").startArray();
    for (Tombstone each : others) {
      Cursor cursor = each.cursor();
      out.startObject().name("id").string(cursor.stream().value());
      out.name("seq").number(cursor.seq()).name("acked").number(cursor.acked());
      if (cursor.isInFirstLook()) {
        out.name("kept").number(cursor.kept());
      }
      if (!each.unit().isEmpty()) {
        out.name("unit").string(each.unit());
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
    List<Tombstone> others = new ArrayList<>();
    for (Object item : StateFields.list(object, "cursors")) {
      if (item instanceof Map<?, ?> cursor) {
        String unit = cursor.get("unit") instanceof String name ? name : "";
        others.add(new Tombstone(StateFields.cursor(cursor), unit));
      }
    }
    Map<Integer, Frozen> own = new LinkedHashMap<>();
    for (Object item : StateFields.list(object, "own")) {
      if (item instanceof Map<?, ?> frozen) {
        Standing standing = Standing.read(frozen);
        own.put(
            StateFields.count(frozen, "relation"),
            new Frozen(
                standing,
                StateFields.number(frozen, "retained"),
                kept(frozen.get("kept"), standing.head())));
      }
    }
    return new Ended(others, own);
  }

  /**
   * Reads the kept entries of a stream. A number beyond its head would be given once more: then
   * nothing of them is kept, and another stream replaces it.
   */
  private static Optional<SortedMap<Long, String>> kept(@Nullable Object written, long head) {
    if (!(written instanceof Map<?, ?> texts)) {
      return Optional.empty();
    }
    SortedMap<Long, String> kept = new TreeMap<>();
    for (Map.Entry<?, ?> text : texts.entrySet()) {
      long seq = number(String.valueOf(text.getKey()));
      if (seq < 1 || seq > head) {
        return Optional.empty();
      }
      kept.put(seq, String.valueOf(text.getValue()));
    }
    return Optional.of(kept);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0; // none that was ever given
    }
  }
}
