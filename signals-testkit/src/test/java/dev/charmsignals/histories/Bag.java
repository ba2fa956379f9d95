package dev.charmsignals.histories;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One unit's databag in one relation, as its commits left it. */
final class Bag {

  private final TreeMap<String, String> content = new TreeMap<>();
  private final Set<Map<String, String>> contents = new HashSet<>();

  private boolean spoilt;

  /** The own acknowledgements that were committed last, by stream. */
  private final Map<String, Long> acks = new TreeMap<>();

  TreeMap<String, String> content() {
    return content;
  }

  Map<String, Long> acks() {
    return acks;
  }

  /** The unit has left the relation; when it enters again, the bag is empty. */
  void leave() {
    content.clear();
    contents.clear();
  }

  /** Somebody else writes to it, so its owner may have to write again what it has written. */
  void replace(Map<String, String> with) {
    content.clear();
    content.putAll(with);
    contents.clear();
    spoilt = true;
  }

  /** Whether it is as somebody else left it. */
  boolean isSpoilt() {
    return spoilt;
  }

  /** Whether it is as somebody else left it; asking makes it the owner's again. */
  boolean takeSpoilt() {
    boolean was = spoilt;
    spoilt = false;
    return was;
  }

  /** Notes what the bag holds of the log; returns whether it never held exactly that before. */
  boolean isNew() {
    return contents.add(new TreeMap<>(content.subMap("signal", "signalt")));
  }

  /** Returns the entries by number. */
  TreeMap<Long, String> entries() {
    TreeMap<Long, String> entries = new TreeMap<>();
    content
        .subMap("signal-", "signal.")
        .forEach(
            (key, value) -> {
              long seq = Wire.seq(key);
              if (seq > 0) {
                entries.put(seq, value);
              }
            });
    return entries;
  }

  static int bytes(Map<Long, String> entries) {
    int bytes = 0;
    for (String entry : entries.values()) {
      bytes += entry.getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }
}
