package dev.charmsignals.legacy;

import dev.charmsignals.hash.Fingerprint;
import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.snapshot.SnapshotText;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stood in one bag when it was read last.
 *
 * @param slots a fingerprint of each text by one of its name: names are as long as a remote likes
 * @param told how many signals of the bag have been told, by which equal ones differ while one of
 *     them is put off
 */
record Seen(SortedMap<String, String> slots, long told) {

  private static final String TOLD = "told";
  private static final int DIGITS = 16;
  private static final int LONGEST = 16 << 10;

  Seen {
    slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
  }

  static String fingerprint(String text) {
    return Fingerprint.of(text).substring(0, DIGITS);
  }

  /** Returns what was kept; empty when somebody edited it so that it cannot be read. */
  static Optional<Seen> parse(String text) {
    SortedMap<String, String> slots = new TreeMap<>();
    long told = 0;
    try {
      for (Map.Entry<String, ?> entry :
          JsonReader.readObject(text, SnapshotText.MAX_DEPTH).entrySet()) {
        if (entry.getKey().equals(TOLD) && entry.getValue() instanceof Long number) {
          told = number;
        } else if (entry.getKey().length() == DIGITS
            && entry.getValue() instanceof String print
            && print.length() == DIGITS) {
          slots.put(entry.getKey(), print);
        }
      }
    } catch (MalformedException e) {
      return Optional.empty();
    }
    return Optional.of(new Seen(slots, told));
  }

  /** Returns it as charm state keeps it. */
  String text() {
    SortedMap<String, Object> all = new TreeMap<>(slots);
    all.put(TOLD, told);
    return SnapshotText.of(all, LONGEST);
  }
}
