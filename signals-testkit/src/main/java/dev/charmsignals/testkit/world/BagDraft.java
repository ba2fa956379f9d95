package dev.charmsignals.testkit.world;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A hook's copy of one of its own databags: what it loaded, and what it changed since. */
final class BagDraft {

  private final SortedMap<String, String> entries;
  private boolean modified;

  BagDraft(Map<String, String> loaded) {
    entries = new TreeMap<>(loaded);
  }

  /** Returns what a read shows: deleted keys are not there. */
  SortedMap<String, String> view() {
    SortedMap<String, String> view = new TreeMap<>(entries);
    view.values().removeIf(String::isEmpty);
    return view;
  }

  /** Changes some keys, the empty string deleting one. */
  void put(Map<String, String> changes) {
    entries.putAll(changes);
    modified |= !changes.isEmpty();
  }

  boolean modified() {
    return modified;
  }

  /** Returns what is sent at the commit: every key, deleted ones with the empty string. */
  SortedMap<String, String> complete() {
    return new TreeMap<>(entries);
  }
}
