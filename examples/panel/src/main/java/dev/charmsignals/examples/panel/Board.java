package dev.charmsignals.examples.panel;

import dev.charmsignals.model.CharmState;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.name.UnitName;
import java.util.ArrayList;
import java.util.List;

/**
 * What each peer said last, kept in charm state: {@code said/7/installer/0} is what that unit said
 * on relation 7, either {@code ready} or {@code bork: } and the reason.
 *
 * <p>Juju commits the state together with the note that the signal has been delivered, so the board
 * shows every signal once, whatever happens to the hook.
 */
final class Board {

  private static final String SAID = "said/";
  private static final String READY = "ready";
  private static final String BORK = "bork: ";

  private final CharmState state;

  Board(CharmState state) {
    this.state = state;
  }

  void ready(Relation relation, UnitName unit) {
    state.put(key(relation, unit), READY);
  }

  void bork(Relation relation, UnitName unit, String reason) {
    state.put(key(relation, unit), BORK + reason);
  }

  void forget(Relation relation, UnitName unit) {
    state.remove(key(relation, unit));
  }

  void forget(Relation relation) {
    for (String key : state.keys(prefix(relation))) {
      state.remove(key);
    }
  }

  /** Returns the summary: one bork outweighs any number of units that are ready. */
  Status status() {
    List<String> units = state.keys(SAID);
    List<String> borks = new ArrayList<>();
    for (String key : units) {
      String said = state.get(key).orElse("");
      if (said.startsWith(BORK)) {
        borks.add(unit(key) + ": " + said.substring(BORK.length()));
      }
    }
    if (units.isEmpty()) {
      return Status.waiting("nobody has said anything yet");
    }
    if (borks.isEmpty()) {
      return Status.active(
          units.size() == 1 ? "1 unit is ready" : units.size() + " units are ready");
    }
    String more = borks.size() == 1 ? "" : " (and " + (borks.size() - 1) + " more)";
    return Status.blocked(borks.get(0) + more);
  }

  private static String key(Relation relation, UnitName unit) {
    return prefix(relation) + unit;
  }

  private static String prefix(Relation relation) {
    return SAID + relation.id().number() + "/";
  }

  private static String unit(String key) {
    return key.substring(key.indexOf('/', SAID.length()) + 1);
  }
}
