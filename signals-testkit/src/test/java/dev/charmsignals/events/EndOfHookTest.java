package dev.charmsignals.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is done at the end of a hook, and what a rollback in the middle of it undoes. */
class EndOfHookTest {

  private static final String METADATA =
      """
      name: talker
      provides:
        out: {interface: talk}
      requires:
        in: {interface: talk}
      """;

  private final List<String> told = new ArrayList<>();

  @SimulatedJujuTest
  void defersWhatIsEmittedAtTheEndOfAHook(SimulatedJuju juju) {
    juju.deploy(
        "a", CharmUnderTest.inProcess(context -> new Closing(context, told), OpenCharm.METADATA));
    juju.settle();
    assertEquals(
        Map.of(
            "charm-signals/.deferred",
            "{\"next\":2,\"events\":[{\"n\":1,\"observer\":\"later\",\"event\":\"end/over\","
                + "\"at\":1767225601,\"facts\":{\"snapshot\":\"{}\"}}]}",
            "ended",
            "4"),
        juju.unit("a/0").state());
  }

  @SimulatedJujuTest
  void sendsTheSignalsThatAreEmittedAtTheEndOfAHook(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(context -> new LastSender(context), METADATA));
    juju.deploy("b", CharmUnderTest.inProcess(context -> new Hearing(context, told), METADATA));
    juju.settle();
    juju.integrate("a:out", "b:in");
    juju.settle();
    assertEquals(juju.unit("a/0").state().get("ended"), told.get(told.size() - 1));
    told.clear();

    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(List.of(juju.unit("a/0").state().getOrDefault("ended", "")), told);
  }

  @SimulatedJujuTest
  void forgetsWhatWasDeferredByAHandlerThatIsTriedAgain(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(context -> new Sender(context), METADATA));
    juju.deploy("b", CharmUnderTest.inProcess(context -> new Receiver(context, told), METADATA));
    juju.integrate("a:out", "b:in");
    juju.settle();

    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(List.of("word", "inner", "word", "inner"), told);
    assertFalse(juju.unit("b/0").state().containsKey("charm-signals/.deferred"));
  }

  @SimulatedJujuTest
  void defersEventsAndSignalsInOneHookAtTheCostOfOne(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(context -> new LateSender(context), METADATA));
    juju.deploy("b", CharmUnderTest.inProcess(context -> new Waiting(context, told), METADATA));
    juju.integrate("a:out", "b:in");
    juju.settle();
    told.clear();

    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(List.of("begin", "word"), told);
    HookRecord last = juju.unit("b/0").hooks().get(juju.unit("b/0").hooks().size() - 1);
    assertEquals("in-relation-changed", last.hook().name());
    assertEquals(
        List.of("state-get", "relation-get", "state-set"),
        last.commands().stream().map(command -> command.command()).toList());
    told.clear();

    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(List.of("begin", "word"), told);
  }

  record Over() implements OwnEvent {}

  static final class Ends extends ObjectEvents {
    final OwnEventSource<Over> over = source("over", Over.class);
  }

  /** Emits at the end of each hook, counts those, and defers what it emitted. */
  private static final class Closing extends Charm {

    private final Ends ends = events(new Ends(), "end");

    Closing(CharmContext context, List<String> told) {
      super(context);
      observe(ends.over, "later", Emitted::defer);
      beforeCommit(
          () -> {
            long ended = state().get("ended").map(Long::parseLong).orElse(0L);
            state().put("ended", Long.toString(ended + 1));
            ends.over.emit(new Over());
          });
    }
  }

  record Word() implements Signal {}

  private static final class Talk extends ObjectSignals {
    final SignalSource<Word> word = source(Word.class).retryThenPark(2);
  }

  private static final class Sender extends Charm {

    private final Talk talk = signals(new Talk(), "out");

    Sender(CharmContext context) {
      super(context);
      observe(on().start(), event -> talk.word.emit(new Word()));
    }
  }

  /** Has an own event deferred, and then fails. */
  private static final class Receiver extends Charm {

    private final Ends ends = events(new Ends(), "end");
    private final Talk talk = signals(new Talk(), "in");
    private final List<String> told;

    Receiver(CharmContext context, List<String> told) {
      super(context);
      this.told = told;
      observe(
          ends.over,
          "inner",
          event -> {
            told.add("inner");
            event.defer();
          });
      observe(talk.word, this::onWord);
    }

    private void onWord(SignalEvent<Word> event) {
      told.add("word");
      ends.over.emit(new Over());
      throw new IllegalStateException("not today");
    }
  }

  record Count(long n) implements Signal {}

  private static final class Counts extends ObjectSignals {
    final SignalSource<Count> count = source(Count.class);
  }

  /** Counts its hooks, at the end of each. */
  private static final class LastSender extends Charm {

    private final Counts counts = signals(new Counts(), "out");

    LastSender(CharmContext context) {
      super(context);
      beforeCommit(
          () -> {
            long ended = state().get("ended").map(Long::parseLong).orElse(0L) + 1;
            state().put("ended", Long.toString(ended));
            counts.count.emit(new Count(ended));
          });
    }
  }

  private static final class Hearing extends Charm {

    private final Counts counts = signals(new Counts(), "in");

    Hearing(CharmContext context, List<String> told) {
      super(context);
      observe(counts.count, event -> told.add(Long.toString(event.signal().n())));
    }
  }

  private static final class LateSender extends Charm {

    private final Talk talk = signals(new Talk(), "out");

    LateSender(CharmContext context) {
      super(context);
      observe(on().updateStatus(), event -> talk.word.emit(new Word()));
    }
  }

  /** Defers all that it is told. */
  private static final class Waiting extends Charm {

    private final Talk talk = signals(new Talk(), "in");

    Waiting(CharmContext context, List<String> told) {
      super(context);
      observe(
          on().install(),
          "begin",
          event -> {
            told.add("begin");
            event.defer();
          });
      observe(
          talk.word,
          event -> {
            told.add("word");
            event.defer();
          });
    }
  }
}
