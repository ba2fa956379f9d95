package dev.charmsignals.log;

import dev.charmsignals.json.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The entries of an emitter's own stream, by number, and what may be trimmed of them.
 *
 * <p>Changed only while {@link OutgoingLog} makes the next value of itself.
 */
final class StoredEntries {

  private final NavigableMap<Long, Stored> entries;

  /**
   * An entry as text, with what trimming must know of it.
   *
   * @param text what stands in the bag
   * @param name the signal's name
   * @param kept whether its source is retained
   * @param bytes the text's size in UTF-8
   */
  private record Stored(String text, String name, boolean kept, int bytes) {

    static Stored of(String text, String name, boolean kept) {
      return new Stored(text, name, kept, text.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  StoredEntries() {
    this(new TreeMap<>());
  }

  private StoredEntries(NavigableMap<Long, Stored> entries) {
    this.entries = entries;
  }

  StoredEntries copy() {
    return new StoredEntries(new TreeMap<>(entries));
  }

  void put(long seq, Draft draft) {
    entries.put(seq, Stored.of(Entry.text(draft), draft.name(), draft.kept()));
  }

  void put(long seq, String text) throws MalformedException {
    Entry entry = Entry.parse(seq, text);
    entries.put(seq, Stored.of(text, entry.name(), entry.kept()));
  }

  void writeTo(Map<String, String> bag) {
    for (Map.Entry<Long, Stored> entry : entries.entrySet()) {
      bag.put(BagKeys.entry(entry.getKey()), entry.getValue().text());
    }
  }

  /**
   * The newest entry of each name if it is kept, by number. One that is not supersedes those that
   * are: its source has become transient.
   */
  SortedMap<Long, String> newestKept() {
    SortedMap<Long, String> newest = new TreeMap<>();
    Map<String, Boolean> seen = new HashMap<>();
    for (Map.Entry<Long, Stored> entry : entries.descendingMap().entrySet()) {
      Stored stored = entry.getValue();
      if (seen.put(stored.name(), true) == null && stored.kept()) {
        newest.put(entry.getKey(), stored.text());
      }
    }
    return newest;
  }

  /** Drops everything up to {@code floor}, except what late joiners are to get. */
  void trim(long floor) {
    Set<Long> stay = new HashSet<>(newestKept().keySet());
    entries.headMap(floor, true).keySet().retainAll(stay);
  }

  boolean fit(Window window) {
    return entries.size() <= window.entries() && bytes() <= window.bytes();
  }

  /** The lowest floor under which the entries fit; it spares the newest entry in any case. */
  long floorThatFits(Window window) {
    Set<Long> stay = newestKept().keySet();
    int count = entries.size();
    long bytes = bytes();
    long newest = entries.lastKey();
    for (Map.Entry<Long, Stored> entry : entries.headMap(newest).entrySet()) {
      if (!stay.contains(entry.getKey())) {
        count--;
        bytes -= entry.getValue().bytes();
      }
      if (count <= window.entries() && bytes <= window.bytes()) {
        return entry.getKey();
      }
    }
    return newest - 1;
  }

  private long bytes() {
    long bytes = 0;
    for (Stored stored : entries.values()) {
      bytes += stored.bytes();
    }
    return bytes;
  }
}
