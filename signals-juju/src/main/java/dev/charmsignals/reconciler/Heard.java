package dev.charmsignals.reconciler;

import dev.charmsignals.model.CharmState;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.List;

/**
 * What a gate heard, in charm state, because a signal comes only once: under {@code
 * charm-signals/.gate/<name>/<relation>/<unit>} stands {@code open} or {@code shut}, as the unit
 * said last.
 *
 * <p>A unit that leaves takes its {@code shut} with it, also where the hook that tells of it was
 * skipped: what a unit says that Juju does not list does not count. A unit is listed from its
 * joined hook on, and no signal of it is heard before. Its {@code open} stays for the relation,
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

  /** Takes a unit's word away; that it once opened the gate stays for the relation. */
  void forget(RelationId relation, UnitName unit) {
    String key = key(relation, unit.value());
    if (says(key, OPEN)) {
      state.put(key(relation, ""), OPEN);
    }
    state.remove(key);
  }

  /** Forgets all that was said over other relations, and who shut these and is gone. */
  void keepOnly(List<Relation> relations) {
    for (String key : state.keys(prefix)) {
      boolean kept = false;
      for (Relation relation : relations) {
        kept |= key.startsWith(key(relation.id(), "")) && counts(key, relation);
      }
      if (!kept) {
        state.remove(key);
      }
    }
  }

  boolean isOpen(Relation relation) {
    return isSaid(relation, OPEN);
  }

  boolean isShut(Relation relation) {
    return isSaid(relation, SHUT);
  }

  private boolean isSaid(Relation relation, String word) {
    for (String key : state.keys(key(relation.id(), ""))) {
      if (says(key, word) && counts(key, relation)) {
        return true;
      }
    }
    return false;
  }

  /** Juju is asked who is there only where somebody shut the gate. */
  private boolean counts(String key, Relation relation) {
    if (!says(key, SHUT)) {
      return true;
    }
    String name = key.substring(key(relation.id(), "").length());
    for (UnitName unit : relation.units()) {
      if (unit.value().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean says(String key, String word) {
    return state.get(key).orElse("").equals(word);
  }

  private String key(RelationId relation, String unit) {
    return prefix + relation.number() + "/" + unit;
  }
}
