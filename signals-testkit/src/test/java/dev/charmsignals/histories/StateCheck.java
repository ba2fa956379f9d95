package dev.charmsignals.histories;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges what a unit keeps in charm state: it has bounds of its own, piece by piece or not. */
final class StateCheck {

  private static final int MOST_DEFERRED = 128;
  private static final int MOST_DEFERRED_BYTES = 256 * 1024;
  private static final int MOST_OF_ONE_UNIT = 8;
  private static final int MOST_TOMBSTONES = 512;
  private static final int MOST_OWN = 16;
  private static final int MOST_ENDED_BYTES = 256 * 1024;

  private StateCheck() {}

  static void check(Ground ground, Incarnation unit) {
    for (String endpoint : List.of("talk", "listen", "cluster")) {
      String deferred = unit.stored(endpoint, "deferred");
      String ended = unit.stored(endpoint, "ended");
      JsonNode tombstones = Wire.tree(ended);
      int put = Wire.tree(deferred).size();
      Map<String, Integer> byUnit = new HashMap<>();
      for (JsonNode each : tombstones.path("cursors")) {
        byUnit.merge(each.path("unit").asText(), 1, Integer::sum);
      }
      ground.require(
          put <= MOST_DEFERRED
              && bytes(deferred) <= MOST_DEFERRED_BYTES * (put == 1 ? 2 : 1)
              && byUnit.values().stream().allMatch(count -> count <= MOST_OF_ONE_UNIT)
              && tombstones.path("cursors").size() <= MOST_TOMBSTONES
              && tombstones.path("own").size() <= MOST_OWN
              && bytes(ended) <= MOST_ENDED_BYTES,
          "I5 bounded",
          "%s keeps %d bytes of deferred signals and %d of tombstones",
          unit,
          bytes(deferred),
          bytes(ended));
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Nothing of the ledger is left but what present relations need. */
  static void checkAtTheEnd(Ground ground, Incarnation unit, Set<Integer> relations) {
    for (Map.Entry<String, String> entry : unit.state().entrySet()) {
      String key = entry.getKey();
      if (key.startsWith("charm-signals/")) {
        List<String> parts = List.of(key.split("/"));
        String last = parts.get(2);
        boolean ofRelation = Character.isDigit(last.charAt(0));
        ground.require(
            !ofRelation || relations.contains(Integer.valueOf(last)),
            "I5 bounded",
            "%s still has %s",
            unit,
            key);
      }
    }
  }
}
