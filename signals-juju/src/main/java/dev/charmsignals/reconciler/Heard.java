package dev.charmsignals.reconciler;

import dev.charmsignals.model.CharmState;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /** How many relations that are gone are remembered; those with the highest numbers. */
  private static final int MOST_GONE = 8;

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

  /**
   * Forgets who shut these relations and is gone, and all that was said over others, except that
   * the last few opened the gate: they may have been suspended, and then nobody says it again.
   */
  void keepOnly(List<Relation> relations) {
    SortedSet<Integer> openedBefore = new TreeSet<>();
    for (String key : state.keys(prefix)) {
      Optional<Relation> there = relationOf(key, relations);
      if (there.isEmpty() && says(key, OPEN)) {
        number(key).ifPresent(openedBefore::add);
      }
      if (there.isEmpty() || !counts(key, there.get())) {
        state.remove(key);
      }
    }
    while (openedBefore.size() > MOST_GONE) {
      openedBefore.remove(openedBefore.first());
    }
    for (int number : openedBefore) {
      state.put(prefix + number + "/", OPEN);
    }
  }

  private Optional<Relation> relationOf(String key, List<Relation> relations) {
    for (Relation relation : relations) {
      if (key.startsWith(key(relation.id(), ""))) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }

  /** Returns nothing for a key that somebody has edited. */
  private Optional<Integer> number(String key) {
    String rest = key.substring(prefix.length());
    try {
      return Optional.of(Integer.parseInt(rest.substring(0, rest.indexOf('/'))));
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
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
