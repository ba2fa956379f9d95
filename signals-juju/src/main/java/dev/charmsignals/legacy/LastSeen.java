package dev.charmsignals.legacy;

import dev.charmsignals.model.CharmState;
import dev.charmsignals.name.RelationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stood in the bags of the other side when they were read last, in charm state: under {@code
 * charm-signals/.legacy/<endpoint>/<relation>/<unit>}; under no unit, in the application's bag.
 *
 * <p>Kept for each bag, not for each name as the Python library does, which therefore takes two
 * units that say different things for news in every hook.
 */
final class LastSeen {

  private final CharmState state;
  private final String prefix;

  LastSeen(CharmState state, String endpoint) {
    this.state = state;
    this.prefix = "charm-signals/.legacy/".concat(endpoint).concat("/");
  }

  /**
   * Returns what stood in a bag; empty when it was never read.
   *
   * @param unit whose bag it is; none for the application's
   */
  Optional<Seen> in(RelationId relation, String unit) {
    return state.get(key(relation, unit)).flatMap(Seen::parse);
  }

  void keep(RelationId relation, String unit, Seen seen) {
    state.put(key(relation, unit), seen.text());
  }

  void forget(RelationId relation, String unit) {
    state.remove(key(relation, unit));
  }

  /** Forgets a relation that is gone. */
  void forget(RelationId relation) {
    for (String key : state.keys(key(relation, ""))) {
      state.remove(key);
    }
  }

  /** Forgets all but these bags: relations by number, with the units whose bags are there. */
  void keepOnly(Map<String, List<String>> bags) {
    for (String key : state.keys(prefix)) {
      String place = key.substring(prefix.length());
      int slash = place.indexOf('/');
      List<String> units = slash < 0 ? null : bags.get(place.substring(0, slash));
      String unit = place.substring(slash + 1);
      if (units == null || !unit.isEmpty() && !units.contains(unit)) {
        state.remove(key);
      }
    }
  }

  private String key(RelationId relation, String unit) {
    return prefix + relation.number() + "/" + unit;
  }
}
