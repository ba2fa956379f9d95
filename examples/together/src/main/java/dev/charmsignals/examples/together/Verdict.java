package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether every signal arrived where it had to, once and in order.
 *
 * <p>What had to arrive is derived from the emitters alone. Each change of an installer's outcome,
 * which it keeps in charm state, has to be one entry of its databag; and of these an observer has
 * to hear all that were written after it was added, and before that the newest of each name.
 *
 * @param rows one for each pair of observer and emitter, observers first
 * @param complaints what else went wrong: hooks that failed, outcomes that were not written
 */
record Verdict(List<Row> rows, List<String> complaints) {

  /**
   * What one observer heard of one emitter.
   *
   * @param observer the observing unit
   * @param emitter the emitting unit
   * @param expected what it had to hear
   * @param heard what it heard
   */
  record Row(String observer, String emitter, List<String> expected, List<String> heard) {

    boolean isGood() {
      return heard.equals(expected);
    }
  }

  /** Compares; {@code observersSince} has the number of the last hook before each was added. */
  static Verdict of(List<HookRecord> hooks, Map<String, Integer> observersSince) {
    List<HookRecord> committed = hooks.stream().filter(hook -> hook.outcome().committed()).toList();
    Map<String, List<Passed>> emitted = new TreeMap<>();
    for (HookRecord hook : committed) {
      for (Passed signal : Passed.writtenBy(hook)) {
        emitted.computeIfAbsent(signal.emitter(), unit -> new ArrayList<>()).add(signal);
      }
    }
    List<Row> rows = new ArrayList<>();
    new TreeMap<>(observersSince)
        .forEach(
            (observer, since) -> {
              Map<String, List<String>> heard = heard(committed, observer);
              Set<String> emitters = new LinkedHashSet<>(emitted.keySet());
              emitters.addAll(heard.keySet());
              for (String emitter : emitters) {
                List<Passed> all = emitted.getOrDefault(emitter, List.of());
                rows.add(
                    new Row(
                        observer,
                        emitter,
                        expected(all, since),
                        heard.getOrDefault(emitter, List.of())));
              }
            });
    List<String> complaints = new ArrayList<>();
    hooks.stream()
        .filter(hook -> !hook.outcome().committed())
        .forEach(hook -> complaints.add(hook + " did not commit"));
    outcomes(committed)
        .forEach(
            (emitter, outcomes) -> {
              List<Passed> written = emitted.getOrDefault(emitter, List.of());
              if (!written.stream().map(Passed::name).toList().equals(outcomes)) {
                complaints.add(emitter + " wrote " + written + ", its outcomes were " + outcomes);
              }
            });
    return new Verdict(rows, complaints);
  }

  /** Returns, for each emitter, the names of the signals that its outcomes stand for. */
  private static Map<String, List<String>> outcomes(List<HookRecord> committed) {
    Map<String, List<String>> outcomes = new TreeMap<>();
    for (HookRecord hook : committed) {
      for (Change change : hook.changes()) {
        if (change.where().equals("state") && change.key().equals("outcome")) {
          String outcome = change.after().orElse("");
          outcomes
              .computeIfAbsent(hook.unit(), unit -> new ArrayList<>())
              .add(outcome.startsWith("bork: ") ? "bork" : outcome);
        }
      }
    }
    return outcomes;
  }

  private static List<String> expected(List<Passed> emitted, int since) {
    Map<String, Passed> newest = new LinkedHashMap<>();
    List<Passed> later = new ArrayList<>();
    for (Passed signal : emitted) {
      if (signal.hook() > since) {
        later.add(signal);
      } else {
        newest.remove(signal.name()); // so that it moves to the end
        newest.put(signal.name(), signal);
      }
    }
    List<Passed> expected = new ArrayList<>(newest.values());
    expected.addAll(later);
    return expected.stream().map(Passed::toString).toList();
  }

  private static Map<String, List<String>> heard(List<HookRecord> committed, String observer) {
    Map<String, List<String>> heard = new TreeMap<>();
    for (HookRecord hook : committed) {
      if (hook.unit().equals(observer)) {
        for (Passed signal : Passed.heardBy(hook)) {
          heard.computeIfAbsent(signal.emitter(), unit -> new ArrayList<>()).add(signal.toString());
        }
      }
    }
    return heard;
  }

  /** Returns how many signals were heard. */
  int heard() {
    return rows.stream().mapToInt(row -> row.heard().size()).sum();
  }

  boolean isGood() {
    return complaints.isEmpty()
        && !rows.isEmpty()
        && rows.stream().allMatch(row -> row.isGood() && !row.heard().isEmpty());
  }

  String table() {
    return rows.stream()
        .map(
            row ->
                "%-10s %-13s %s%n"
                        .formatted(row.observer(), row.emitter(), String.join(", ", row.heard()))
                    + (row.isGood()
                        ? ""
                        : "%-24s WRONG, it had to be: %s%n"
                            .formatted("", String.join(", ", row.expected()))))
        .collect(Collectors.joining());
  }

  String summary() {
    if (isGood()) {
      return "All %d signals arrived, each exactly once and in order.".formatted(heard());
    }
    return complaints.isEmpty()
        ? "WRONG: not every signal arrived exactly once and in order."
        : "WRONG: " + String.join("; ", complaints);
  }
}
