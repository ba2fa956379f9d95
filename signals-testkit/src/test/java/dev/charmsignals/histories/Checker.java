package dev.charmsignals.histories;

import dev.charmsignals.testkit.world.HookKind;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what happened on a stage, hook by hook and at the end. */
final class Checker {

  private static final Pattern CRAMPED_OUT =
      Pattern.compile(" signal \"[a-z]+\" cannot be seen on [a-z]+:[0-9]+");

  private final Stage stage;
  private final Ground ground;

  private Checker(Stage stage) {
    this.stage = stage;
    this.ground =
        new Ground(stage.setting(), !stage.outside().isEmpty(), stage.done().containsKey(Act.SKIP));
  }

  /** Returns every promise that was broken. */
  static List<Violation> check(Stage stage) {
    Checker checker = new Checker(stage);
    // First, because what else is broken in hooks without end mostly follows from that.
    stage.unrest().ifPresent(e -> checker.ground.violated("I6 quiescence", e.getMessage()));
    checker.replay();
    checker.ground.atTheEnd();
    if (stage.unrest().isEmpty()) {
      new EndCheck(stage, checker.ground).check();
    }
    return checker.ground.violations();
  }

  private void replay() {
    int next = 0;
    List<Outside> outside = stage.outside();
    for (HookRecord hook : stage.hooks()) {
      if (stage.unrest().isEmpty() && hook.number() == stage.settledAt() + 1) {
        ground.atTheEnd();
        new EndCheck(stage, ground).checkBeforeLookingAround();
      }
      while (next < outside.size() && outside.get(next).afterHooks() < hook.number()) {
        meddle(outside.get(next++));
      }
      ground.at(hook);
      look(hook);
    }
  }

  private void meddle(Outside outside) {
    Bag bag = ground.bag(outside.relation(), outside.owner());
    Optional<Stream> stream = ground.streamIn(outside.relation(), outside.owner());
    Map<Long, String> before = bag.entries();
    bag.replace(outside.content());
    Incarnation owner = ground.unit(outside.owner());
    ground.spoil(outside.relation(), owner);
    // Whoever has others believe that it has read everything is owed nothing.
    Wire.acks(bag.content())
        .forEach((id, ack) -> ground.acknowledge(id, owner, outside.relation(), ack));
    if (outside.junk() && !bag.entries().equals(before)) {
      stream.ifPresent(Stream::meddle); // else head and cursors mean what they did
    }
  }

  private void look(HookRecord hook) {
    if (hook.hook().kind() == HookKind.INSTALL && hook.attempt() == 1) {
      ground.begin(hook.unit());
    }
    Notebook.Attempt attempt =
        stage.notebook().attempt(hook.environment().getOrDefault("JUJU_CONTEXT_ID", ""));
    Incarnation unit = ground.unit(hook.unit());
    PolicyCheck.checkRefused(ground, hook.unit(), attempt);
    if (hook.outcome().committed()) {
      Committed commit = Committed.of(hook, unit, attempt);
      ReceiverCheck.check(ground, commit);
      EmitterCheck.check(ground, commit);
      for (Note.Emitted emitted : commit.notes(Note.Emitted.class)) {
        ground.seen(unit, emitted);
      }
      for (LogRecord log : hook.logs()) {
        Matcher cramped = CRAMPED_OUT.matcher(log.text()); // one text may hold several warnings
        while (cramped.find()) {
          ground.crampedOut(unit).add(cramped.group());
        }
      }
    } else {
      explain(hook, attempt);
    }
    boolean done = hook.outcome() == HookOutcome.COMMITTED || hook.outcome() == HookOutcome.SKIPPED;
    if (hook.outcome() == HookOutcome.SKIPPED && isOfLeaving(hook)) {
      unit.skipLeaving(hook.hook().relation(), hook.hook().remoteUnit());
    }
    // A commit counts, whatever became of the agent then.
    if (isOfLeaving(hook) && (done || hook.outcome().committed())) {
      ground.leave(hook.hook().relation(), unit);
    }
    if (done && hook.hook().kind() == HookKind.RELATION_BROKEN) {
      ground.spoil(hook.hook().relation(), unit);
      ground.bag(hook.hook().relation(), hook.unit()).leave();
    }
  }

  private static boolean isOfLeaving(HookRecord hook) {
    HookKind kind = hook.hook().kind();
    return kind == HookKind.RELATION_DEPARTED || kind == HookKind.RELATION_BROKEN;
  }

  /** No hook fails but for an injected fault. */
  private void explain(HookRecord hook, Notebook.Attempt attempt) {
    if (hook.outcome() == HookOutcome.REFUSED) {
      String why = hook.refusal().orElse("");
      ground.require(
          why.equals("told to") || why.endsWith("is not alive") || why.endsWith("not found"),
          "I11 no lease",
          "a commit was refused: " + why);
      return;
    }
    boolean told =
        attempt.notes().stream()
            .anyMatch(note -> note instanceof Note.Heard heard && heard.turn() == Note.Turn.THREW);
    for (LogRecord log : hook.logs()) {
      boolean charmFailed = log.logger().startsWith("unit.") && log.level().name().equals("ERROR");
      ground.require(
          told || !charmFailed, "I10 no hook fails", "the hook failed by itself: " + log.text());
    }
  }
}
