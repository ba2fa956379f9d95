package dev.charmsignals.histories;

import com.fasterxml.jackson.databind.JsonNode;
import dev.charmsignals.testkit.world.Change;
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
  private static final int MOST_OWN = 128;
  private static final int MOST_ENDED_BYTES = 256 * 1024;

  private StateCheck() {}

  /** Looks at what a commit has changed. */
  static void check(Ground ground, Committed commit) {
    for (Change change : commit.ofState()) {
      String[] parts = change.key().split("/");
      if (parts.length == 3 && parts[2].startsWith("deferred")) {
        checkDeferred(ground, commit.unit(), commit.unit().stored(parts[1], "deferred"));
      } else if (parts.length == 3 && parts[2].startsWith("ended")) {
        checkEnded(ground, commit.unit(), commit.unit().stored(parts[1], "ended"));
      }
    }
  }

  private static void checkDeferred(Ground ground, Incarnation unit, String text) {
    int items = Wire.tree(text).size();
    ground.require(
        items <= MOST_DEFERRED && bytes(text) <= MOST_DEFERRED_BYTES * (items == 1 ? 2 : 1),
        "I5 bounded",
        "%s keeps %d deferred signals of %d bytes",
        unit,
        items,
        bytes(text));
  }

  private static void checkEnded(Ground ground, Incarnation unit, String text) {
    JsonNode ended = Wire.tree(text);
    Map<String, Integer> byUnit = new HashMap<>();
    for (JsonNode each : ended.path("cursors")) {
      byUnit.merge(each.path("unit").asText(), 1, Integer::sum);
    }
    ground.require(
        byUnit.values().stream().allMatch(count -> count <= MOST_OF_ONE_UNIT)
            && ended.path("cursors").size() <= MOST_TOMBSTONES
            && ended.path("own").size() <= MOST_OWN
            && bytes(text) <= MOST_ENDED_BYTES,
        "I5 bounded",
        "%s keeps tombstones of %s, %d bytes in all",
        unit,
        byUnit,
        bytes(text));
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
