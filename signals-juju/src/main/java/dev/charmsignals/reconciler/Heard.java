package dev.charmsignals.reconciler;

import dev.charmsignals.model.CharmState;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.List;

/**
 * What a gate heard, in charm state, because a signal comes only once: under {@code
 * charm-signals/.gate/<name>/<relation>/<unit>} stands {@code open} or {@code shut}, as the unit
 * said last.
 *
 * <p>A unit that leaves takes its {@code shut} with it. Its {@code open} stays for the relation,
 * under the name of no unit: what it told about will not be told again.
 */
final class Heard {

  private static final String OPEN = "open";
  private static final String SHUT = "shut";

  private final CharmState state;
  private final String prefix;

  Heard(CharmState state, String gate) {
    this.state = state;
    this.prefix = "charm-signals/.gate/" + gate + "/";
  }

  void open(RelationId relation, UnitName unit) {
    state.put(key(relation, unit.value()), OPEN);
  }

  void shut(RelationId relation, UnitName unit) {
    state.put(key(relation, unit.value()), SHUT);
  }

  void departed(RelationId relation, UnitName unit) {
    String key = key(relation, unit.value());
    if (state.get(key).orElse("").equals(OPEN)) {
      state.put(key(relation, ""), OPEN);
    }
    state.remove(key);
  }

  /** Forgets all that was said over relations that are gone. */
  void keepOnly(List<RelationId> relations) {
    for (String key : state.keys(prefix)) {
      if (relations.stream().noneMatch(relation -> key.startsWith(key(relation, "")))) {
        state.remove(key);
      }
    }
  }

  boolean isOpen(RelationId relation) {
    return says(relation, OPEN);
  }

  boolean isShut(RelationId relation) {
    return says(relation, SHUT);
  }

  private boolean says(RelationId relation, String word) {
    for (String key : state.keys(key(relation, ""))) {
      if (state.get(key).orElse("").equals(word)) {
        return true;
      }
    }
    return false;
  }

  private String key(RelationId relation, String unit) {
    return prefix + relation.number() + "/" + unit;
  }
}
