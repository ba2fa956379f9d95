package dev.charmsignals.testkit.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An agent's copies of remote member units' databags, which outlive a hook (contract section 4.4).
 */
final class SettingsCache {

  private record Key(int relation, String unit) {}

  private final Map<Key, Map<String, String>> copies = new HashMap<>();

  Optional<Map<String, String>> find(int relation, String unit) {
    return Optional.ofNullable(copies.get(new Key(relation, unit)));
  }

  void keep(int relation, String unit, Map<String, String> copy) {
    copies.put(new Key(relation, unit), copy);
  }

  /** A relation hook for this unit starts, so the next read asks the controller. */
  void invalidate(int relation, String unit) {
    copies.remove(new Key(relation, unit));
  }

  void forgetRelation(int relation) {
    copies.keySet().removeIf(key -> key.relation() == relation);
  }

  /** The agent restarts. */
  void clear() {
    copies.clear();
  }
}
