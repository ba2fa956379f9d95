package dev.charmsignals.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes to one map that Juju has not been told of yet; an empty value is a removal. */
final class PendingWrites implements Participant<Map<String, Optional<String>>> {

  private final TreeMap<String, Optional<String>> writes = new TreeMap<>();

  void put(String key, String value) {
    writes.put(key, Optional.of(value));
  }

  void remove(String key) {
    writes.put(key, Optional.empty());
  }

  boolean isEmpty() {
    return writes.isEmpty();
  }

  boolean concerns(String key) {
    return writes.containsKey(key);
  }

  /** Returns the pending value of a key; empty when it is to be removed or is not concerned. */
  Optional<String> value(String key) {
    Optional<String> value = writes.get(key);
    return value == null ? Optional.empty() : value;
  }

  SortedMap<String, Optional<String>> all() {
    return Collections.unmodifiableSortedMap(writes);
  }

  /** Returns what the map will be, in key order. */
  SortedMap<String, String> over(Map<String, String> loaded) {
    TreeMap<String, String> merged = new TreeMap<>(loaded);
    for (Map.Entry<String, Optional<String>> write : writes.entrySet()) {
      if (write.getValue().isPresent()) {
        merged.put(write.getKey(), write.getValue().get());
      } else {
        merged.remove(write.getKey());
      }
    }
    return merged;
  }

  /** Returns the writes that make a difference to what was loaded. */
  SortedMap<String, Optional<String>> differingFrom(Map<String, String> loaded) {
    TreeMap<String, Optional<String>> differing = new TreeMap<>();
    for (Map.Entry<String, Optional<String>> write : writes.entrySet()) {
      if (!write.getValue().equals(Optional.ofNullable(loaded.get(write.getKey())))) {
        differing.put(write.getKey(), write.getValue());
      }
    }
    return differing;
  }

  @Override
  public Map<String, Optional<String>> mark() {
    return Map.copyOf(writes);
  }

  @Override
  public void reset(Map<String, Optional<String>> mark) {
    writes.clear();
    writes.putAll(mark);
  }
}
