package dev.charmsignals.examples.together;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compares what an emitter has counted, what its databag has carried, and what observers have kept.
 *
 * <p>Nothing here asks the library: the numbers are those of the charm itself, in charm state, and
 * those in the entries as Juju committed them.
 *
 * @param emitter the emitting unit
 * @param count how many signals it was told to emit
 */
record Tallies(String emitter, int count) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns what is wrong with the emitter's own state and databag. */
  List<String> complaintsAboutEmitter(Map<String, String> state, Map<String, String> bag) {
    List<String> complaints = new ArrayList<>();
    String emitted = state.getOrDefault("emitted", "0");
    if (!emitted.equals(Integer.toString(count))) {
      complaints.add("%s counted to %s instead of %d".formatted(emitter, emitted, count));
    }
    int head = json(bag.getOrDefault("signals", "{}")).path("head").asInt();
    if (head != count) {
      complaints.add("the header of %s ends at %d instead of %d".formatted(emitter, head, count));
    }
    return complaints;
  }

  /**
   * Returns what is wrong with the entries that were committed: each number once, in order. An
   * entry that returns with a relation that was suspended has to be the same as before.
   */
  List<String> complaintsAboutEntries(List<HookRecord> hooks) {
    SortedMap<Integer, String> entries = new TreeMap<>();
    List<String> complaints = new ArrayList<>();
    for (HookRecord hook : hooks) {
      for (Change change : hook.changes()) {
        if (isNewEntry(change)) {
          int sequence = Integer.parseInt(change.key().substring("signal-".length()));
          String entry = change.after().orElseThrow();
          if (!entry.equals(entries.getOrDefault(sequence, entry))) {
            complaints.add("%s changed its entry %d".formatted(emitter, sequence));
          }
          entries.put(sequence, entry);
        }
      }
    }
    List<Integer> carried =
        entries.values().stream()
            .map(entry -> json(entry).path("snapshot").path("number").asInt())
            .toList();
    complaints.addAll(complaints("carried in the databag of " + emitter, carried, 1));
    return complaints;
  }

  private boolean isNewEntry(Change change) {
    return change.key().matches("signal-\\d+")
        && change.where().endsWith(" " + emitter)
        && change.before().isEmpty()
        && change.after().isPresent();
  }

  /** Returns what is wrong with what an observer kept, which must begin with this number. */
  List<String> complaintsAboutObserver(String observer, Map<String, String> state, int first) {
    List<Integer> heard = heard(state);
    return complaints("heard of %s by %s".formatted(emitter, observer), heard, first);
  }

  /** Returns the numbers that an observer kept. */
  List<Integer> heard(Map<String, String> state) {
    String numbers = state.getOrDefault("heard-" + emitter, "");
    return numbers.isEmpty()
        ? List.of()
        : List.of(numbers.split(" ")).stream().map(Integer::valueOf).toList();
  }

  private List<String> complaints(String what, List<Integer> numbers, int first) {
    List<Integer> expected = IntStream.rangeClosed(first, count).boxed().toList();
    return numbers.equals(expected)
        ? List.of()
        : List.of("%s: %s instead of %d to %d".formatted(what, numbers, first, count));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A databag holds what is not JSON", e);
    }
  }
}
