package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the demo checks, fed with stories in which something went wrong. */
class VerdictTest {

  private final SimulatedJuju juju = SimulatedJuju.seeded(7);
  private Map<String, Integer> observersSince = Map.of();
  private List<HookRecord> hooks = List.of();

  @BeforeEach
  void playTheStory() {
    Story story = BothCharms.story(juju);
    story.play();
    observersSince = story.observersSince();
    hooks = new ArrayList<>(juju.hooks());
  }

  @AfterEach
  void close() {
    juju.close();
  }

  @Test
  void acceptsWhatReallyHappened() {
    assertTrue(verdict().isGood());
  }

  @Test
  void expectsALateObserverToHearOnlyTheNewestOfEachNameFromBefore() {
    assertEquals(
        new Verdict.Row(
            "panel/1",
            "installer/0",
            List.of("bork 2", "ready 3", "bork 4", "ready 5"),
            List.of("bork 2", "ready 3", "bork 4", "ready 5")),
        verdict().rows().get(3));
  }

  @Test
  void noticesASignalThatIsLost() {
    HookRecord hook = hookThatHeardTwoSignals();
    replace(hook, logging(hook, hook.logs().subList(0, 0)));

    assertFalse(verdict().isGood());
  }

  @Test
  void noticesASignalThatIsHeardTwice() {
    HookRecord hook = hookThatHeardTwoSignals();
    List<LogRecord> twice = new ArrayList<>(hook.logs());
    twice.addAll(hook.logs());
    replace(hook, logging(hook, twice));

    assertFalse(verdict().isGood());
  }

  @Test
  void noticesSignalsThatAreOutOfOrder() {
    HookRecord hook = hookThatHeardTwoSignals();
    List<String> lines =
        new ArrayList<>(hook.logs().stream().flatMap(log -> log.text().lines()).toList());
    Collections.reverse(lines);
    LogRecord log = hook.logs().get(0);
    String text = String.join("\n", lines);
    replace(
        hook, logging(hook, List.of(new LogRecord(log.unit(), log.level(), log.logger(), text))));

    assertFalse(verdict().isGood());
  }

  @Test
  void noticesAHookThatFailed() {
    HookRecord hook = hooks.get(0);
    replace(hook, copy(hook, HookOutcome.FAILED, hook.changes(), hook.logs()));

    assertFalse(verdict().isGood());
  }

  @Test
  void noticesASignalThatWasEmittedAndNeverWritten() {
    HookRecord hook =
        hooks.stream().filter(each -> !Passed.writtenBy(each).isEmpty()).findFirst().orElseThrow();
    List<Change> others =
        hook.changes().stream().filter(change -> !change.key().startsWith("signal-")).toList();
    replace(hook, copy(hook, hook.outcome(), others, hook.logs()));

    assertEquals(
        List.of(
            "installer/0 wrote [bork 2, ready 3, bork 4, ready 5], "
                + "its outcomes were [ready, bork, ready, bork, ready]"),
        verdict().complaints());
  }

  private Verdict verdict() {
    return Verdict.of(hooks, observersSince);
  }

  private HookRecord hookThatHeardTwoSignals() {
    return hooks.stream()
        .filter(hook -> Passed.heardBy(hook).size() == 2)
        .findFirst()
        .orElseThrow();
  }

  private void replace(HookRecord hook, HookRecord other) {
    hooks.set(hooks.indexOf(hook), other);
  }

  private static HookRecord logging(HookRecord hook, List<LogRecord> logs) {
    return copy(hook, hook.outcome(), hook.changes(), logs);
  }

  private static HookRecord copy(
      HookRecord hook, HookOutcome outcome, List<Change> changes, List<LogRecord> logs) {
    return new HookRecord(
        hook.number(),
        hook.unit(),
        hook.hook(),
        hook.attempt(),
        outcome,
        hook.exitStatus(),
        hook.refusal(),
        hook.environment(),
        hook.commands(),
        hook.reads(),
        changes,
        logs,
        hook.statuses(),
        hook.status());
  }
}
