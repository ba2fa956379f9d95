package dev.charmsignals.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two units and up to three signals: every order of emitting and running hooks, with every outcome
 * of each hook, to a depth.
 */
@Tag("any-jdk")
class SmallWorldsTest {

  /** How many moves a world goes through before everything settles; one more costs nine times. */
  private static final int DEPTH = Integer.getInteger("histories.depth", 5);

  private static final int MOST_SIGNALS = 3;

  private static final Step RUN_EMITTER = new Step(Act.RUN_ONE, 0, 0, 0);

  private int worlds;
  private int deepest;

  /** What can happen to the next hook of a unit. */
  private enum Outcome {
    COMMITTED,
    FAILED,
    RUN_AGAIN_AFTER_COMMIT,
    SKIPPED;

    List<Step> of(int unit) {
      Step run = new Step(Act.RUN_ONE, unit, 0, 0);
      return switch (this) {
        case COMMITTED -> List.of(run);
        case FAILED -> List.of(new Step(Act.FAIL_NEXT, unit, 0, 0), run);
        case RUN_AGAIN_AFTER_COMMIT -> List.of(new Step(Act.CRASH_AFTER, unit, 0, 0), run);
        case SKIPPED ->
            List.of(new Step(Act.FAIL_NEXT, unit, 0, 0), run, new Step(Act.SKIP, unit, 0, 0));
      };
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void keepsEveryPromiseInEverySmallWorld(int juju4, TestReporter reporter) {
    Setting setting = new Setting(juju4, 0, 0, 4, 128 * 1024, 0, 1, 1, 1);
    // Juju 3.6 differs in few of these worlds, and histories go through both in equal parts.
    deepest = juju4 == 1 ? DEPTH : DEPTH - 1;
    List<Step> start = List.of(new Step(Act.RETRY, 0, 0, 0));

    explore(new History(1, setting, start), 0, 0, false);

    reporter.publishEntry("worlds", "%d to depth %d".formatted(worlds, deepest));
    assertEquals(true, worlds > 100, worlds + " worlds");
  }

  /**
   * Goes on from a world in every way.
   *
   * @param said whether the last move was an emission alone, whose hook has yet to run
   */
  private void explore(History history, int depth, int signals, boolean said) {
    Verdict verdict = Verdict.of(history);
    assertEquals("", verdict.failed() ? FailingHistory.describe(verdict) : "");
    long runs = history.steps().stream().filter(step -> step.act() == Act.RUN_ONE).count();
    if (verdict.done().getOrDefault(Act.RUN_ONE, 0) < runs) {
      return; // there was no hook to run, so this is a world that has been seen
    }
    worlds++;
    if (depth == deepest) {
      return;
    }
    if (signals < MOST_SIGNALS) {
      Step emission = emission(signals);
      explore(with(history, List.of(emission)), depth + 1, signals + 1, true);
      // With its hook it is one move, so that hooks that read all three come within the depth.
      explore(with(history, List.of(emission, RUN_EMITTER)), depth + 1, signals + 1, false);
    }
    for (int unit = 0; unit < 2; unit++) {
      for (Outcome outcome : Outcome.values()) {
        boolean seen = said && unit == 0 && outcome == Outcome.COMMITTED;
        if (!seen) {
          explore(with(history, outcome.of(unit)), depth + 1, signals, false);
        }
      }
    }
  }

  /** A word, a shout, then another word: two of one name, and one that is not kept. */
  private static Step emission(int number) {
    return new Step(Act.SAY, 0, number == 1 ? 2 : 0, 1);
  }

  private static History with(History history, List<Step> more) {
    List<Step> steps = new ArrayList<>(history.steps());
    steps.addAll(more);
    return history.with(steps);
  }
}
