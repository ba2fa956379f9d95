package dev.charmsignals.legacy;

import dev.charmsignals.hash.Fingerprint;
import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.model.CharmState;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.snapshot.SnapshotText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What stood in the bags of the other side when they were read last, in charm state: under {@code
 * charm-signals/.legacy/<endpoint>/<relation>/<unit>} a JSON object with a fingerprint for each
 * name; under no unit, what stood in the application's bag.
 *
 * <p>Kept for each bag, not for each name as the Python library does, which therefore takes two
 * units that say different things for news in every hook.
 */
final class LastSeen {

  private static final int DIGITS = 16;
  private static final int LONGEST = 64 << 10;

  private final CharmState state;
  private final String prefix;

  LastSeen(CharmState state, String endpoint) {
    this.state = state;
    this.prefix = "charm-signals/.legacy/".concat(endpoint).concat("/");
  }

  static String fingerprint(String text) {
    return Fingerprint.of(text).substring(0, DIGITS);
  }

  /**
   * Returns the fingerprints by name; empty when the bag was never read, or somebody edited what is
   * kept of it.
   *
   * @param unit whose bag it is; none for the application's
   */
  Optional<Map<String, ?>> in(RelationId relation, String unit) {
    Optional<String> kept = state.get(key(relation, unit));
    try {
      return kept.isEmpty()
          ? Optional.empty()
          : Optional.of(JsonReader.readObject(kept.get(), SnapshotText.MAX_DEPTH));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  void keep(RelationId relation, String unit, SortedMap<String, String> fingerprints) {
    state.put(key(relation, unit), SnapshotText.of(fingerprints, LONGEST));
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
      String[] place = key.substring(prefix.length()).split("/", 2);
      List<String> units = bags.get(place[0]);
      if (units == null || !place[1].isEmpty() && !units.contains(place[1])) {
        state.remove(key);
      }
    }
  }

  private String key(RelationId relation, String unit) {
    return prefix + relation.number() + "/" + unit;
  }
}
