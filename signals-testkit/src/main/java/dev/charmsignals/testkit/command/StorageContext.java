package dev.charmsignals.testkit.command;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What the storage commands may ask and change; contract section 2.18. */
public interface StorageContext {

  /**
   * A storage that is attached to the unit.
   *
   * @param kind {@code block} or {@code filesystem}
   * @param location its device or directory
   */
  record Attached(String kind, String location) {}

  /** Returns the id of the storage that the running hook is about, if it is about one. */
  Optional<String> hookStorage();

  /** Returns what is attached, by id. */
  SortedMap<String, Attached> attached();

  /** Asks for more storage at the commit, so many of each name. */
  void add(Map<String, Long> counts);
}
