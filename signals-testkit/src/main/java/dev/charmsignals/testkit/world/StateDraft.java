package dev.charmsignals.testkit.world;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A hook's copy of the charm state, loaded at first use. */
final class StateDraft {

  private final Unit unit;
  private @Nullable SortedMap<String, String> entries;
  private boolean modified;

  StateDraft(Unit unit) {
    this.unit = unit;
  }

  SortedMap<String, String> view() {
    return new TreeMap<>(loaded());
  }

  void put(String key, String value) {
    loaded().put(key, value);
    modified = true;
  }

  void delete(String key) {
    modified |= loaded().remove(key) != null;
  }

  boolean modified() {
    return modified;
  }

  private SortedMap<String, String> loaded() {
    if (entries == null) {
      entries = new TreeMap<>(unit.charmState());
    }
    return entries;
  }
}
