package dev.charmsignals.histories;

import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one history.
 *
 * @param history the history
 * @param hooks how many hooks ran
 * @param signals how many signals were delivered
 * @param done how often each act did something
 * @param ends how often hooks ended in each way
 * @param violations the promises that were broken
 * @param timeline what happened, for a person to read; empty if all is well
 */
record Verdict(
    History history,
    int hooks,
    long signals,
    Map<Act, Integer> done,
    Map<HookOutcome, Integer> ends,
    List<Violation> violations,
    String timeline) {

  /** Runs a history and judges it. */
  static Verdict of(History history) {
    try (Stage stage = Stage.run(history)) {
      List<Violation> violations = Checker.check(stage);
      long signals = signals(stage);
      return new Verdict(
          history,
          stage.hooks().size(),
          signals,
          stage.done(),
          ends(stage),
          violations,
          violations.isEmpty() ? "" : stage.juju().timeline());
    }
  }

  private static Map<HookOutcome, Integer> ends(Stage stage) {
    Map<HookOutcome, Integer> ends = new EnumMap<>(HookOutcome.class);
    for (HookRecord hook : stage.hooks()) {
      ends.merge(hook.outcome(), 1, Integer::sum);
    }
    return ends;
  }

  /** How many signals were taken by a handler in a hook that was committed. */
  private static long signals(Stage stage) {
    long signals = 0;
    for (HookRecord hook : stage.hooks()) {
      if (hook.outcome().committed()) {
        String context = hook.environment().getOrDefault("JUJU_CONTEXT_ID", "");
        for (Note note : stage.notebook().attempt(context).notes()) {
          signals += note instanceof Note.Heard heard && heard.turn() == Note.Turn.TAKEN ? 1 : 0;
        }
      }
    }
    return signals;
  }

  boolean failed() {
    return !violations.isEmpty();
  }
}
