package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Header;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.WhenFull;
import dev.charmsignals.log.Window;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Windows that fill, streams that are trimmed, bags that are restored. */
class WindowTest {

  private final Gossip.Diary diary = new Gossip.Diary();

  private SimulatedRelation talkerAndListener(SimulatedJuju juju, Window window) {
    diary.window = window;
    return Gossip.talkerAndListener(juju, diary);
  }

  private static long entries(SimulatedRelation relation) {
    return relation.bag("a/0").keySet().stream().filter(key -> key.startsWith("signal-")).count();
  }

  @SimulatedJujuTest(seeds = 3)
  void keepsALongStreamWithinItsWindowAndLosesNothing(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT.entries(8));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Gossip.say(juju, i + " word:" + i + " shout:" + i);
      expected.add("a/0 " + i);
      expected.add("a/0 " + i + "!");
    }

    assertEquals(expected, Gossip.heardBy(juju.unit("b/0")));
    assertEquals(true, entries(relation) <= 8);
  }

  @SimulatedJujuTest(seeds = 3)
  void tellsALaggardWhatItMissedAndTakesItBack(SimulatedJuju juju) {
    talkerAndListener(juju, Window.DEFAULT.entries(4));
    Gossip.say(juju, "0 other:kept");
    juju.unit("b/0").hold();
    for (int i = 1; i <= 10; i++) {
      Gossip.say(juju, i + " shout:" + i);
    }
    juju.unit("b/0").release();
    juju.settle();
    Gossip.say(juju, "11 shout:11");
    Gossip.say(juju, "12 shout:12");

    assertEquals(
        List.of(
            "a/0 other kept", "gap 2-8 a/0", "a/0 8!", "a/0 9!", "a/0 10!", "a/0 11!", "a/0 12!"),
        Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void tellsALaggardThatHasNotLookedYetWhatItMissed(SimulatedJuju juju) {
    diary.window = Window.DEFAULT.entries(4);
    juju.deploy("a", Gossip.charm(diary));
    juju.deploy("b", Gossip.charm(diary));
    juju.settle();
    juju.integrate("a:talk", "b:listen");
    juju.unit("b/0").run("listen-relation-created");
    juju.unit("b/0").hold();
    juju.settle();
    for (int i = 1; i <= 10; i++) {
      Gossip.say(juju, i + " shout:" + i);
    }
    juju.unit("b/0").release();
    juju.settle();

    assertEquals(
        List.of("gap 1-6 a/0", "a/0 7!", "a/0 8!", "a/0 9!", "a/0 10!"),
        Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void refusesToEmitIntoAFullWindowWhereThatIsAskedFor(SimulatedJuju juju) {
    talkerAndListener(juju, Window.DEFAULT.entries(4).whenFull(WhenFull.REJECT));
    juju.automaticallyRetryHooks(false);
    Gossip.say(juju, "0 word:first");
    juju.unit("b/0").hold();
    Gossip.say(juju, "1 shout:a shout:b shout:c shout:d shout:e shout:f");

    assertEquals(List.of("a/0 config-changed"), Gossip.failed(juju));
    juju.unit("b/0").release();
    juju.settle();
    assertEquals(List.of("a/0 first"), Gossip.heardBy(juju.unit("b/0")));
  }

  /** Emits two signals in a hook that looks at no stream. */
  private static final class Greeter extends Charm {

    Greeter(CharmContext context) {
      super(context);
      Speech talk =
          signals(new Speech(Window.DEFAULT.entries(2).whenFull(WhenFull.REJECT)), "talk");
      observe(
          on().relation("talk").joined(),
          event -> {
            talk.shout.emit(new Shout("welcome"));
            talk.shout.emit(new Shout(event.unit().toString()));
          });
    }
  }

  /** A unit in error hears nothing; when its agent has restarted it can ask. */
  @SimulatedJujuTest(seeds = 3)
  void asksWhatHasBeenReadBeforeItRefusesASignal(SimulatedJuju juju) {
    juju.deploy("a", CharmUnderTest.inProcess(Greeter::new, Gossip.METADATA));
    juju.deploy("b", Gossip.charm(diary));
    juju.integrate("a:talk", "b:listen");
    juju.settle();
    juju.automaticallyRetryHooks(false);
    juju.unit("b/0").hold();
    juju.application("b").addUnit();
    juju.settle();
    juju.application("b").addUnit();
    juju.settle();

    assertEquals(List.of("a/0 talk-relation-joined b/2"), Gossip.failed(juju));
    juju.unit("b/0").release();
    juju.settle();
    juju.unit("a/0").restartAgent().resolve();
    juju.settle();
    assertEquals(List.of("a/0 talk-relation-joined b/2"), Gossip.failed(juju));
  }

  /** It had acknowledged everything, but the emitter forgets that when it departs. */
  @SimulatedJujuTest(seeds = 3)
  void isToldAgainByAReaderThatLeftAndCameBack(SimulatedJuju juju) {
    SimulatedRelation relation =
        talkerAndListener(juju, Window.DEFAULT.entries(4).whenFull(WhenFull.REJECT));
    juju.automaticallyRetryHooks(false);
    Gossip.say(juju, "1 shout:a shout:b shout:c shout:d");
    relation.suspend();
    juju.unit("b/0").settle();
    juju.unit("a/0").run("talk-relation-departed");
    relation.resume();
    juju.settle();
    Gossip.say(juju, "2 shout:e");

    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(
        List.of("a/0 a!", "a/0 b!", "a/0 c!", "a/0 d!", "a/0 e!"),
        Gossip.heardBy(juju.unit("b/0")));
  }

  /** Half of the window is not reached, and yet there is no room for what an emitter may say. */
  @SimulatedJujuTest(seeds = 3)
  void isToldWhatHasBeenReadBeforeALargeSignalWouldFindNoRoom(SimulatedJuju juju) {
    Window window = Window.DEFAULT.bytes(4_000, 3_000).whenFull(WhenFull.REJECT);
    talkerAndListener(juju, window);
    juju.automaticallyRetryHooks(false);
    String large = "x".repeat(2_900);
    Gossip.say(juju, "1 shout:" + "y".repeat(1_300));
    Gossip.say(juju, "2 shout:" + large);

    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(2, Gossip.heardBy(juju.unit("b/0")).size());
  }

  /** Or they would go on acknowledging by the larger one, which is too late for this one. */
  @SimulatedJujuTest(seeds = 3)
  void isToldWhatHasBeenReadWhileASignalIsTriedAgain(SimulatedJuju juju) throws MalformedException {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT.entries(8));
    diary.failing.add("fragile stuck");
    Gossip.say(juju, "1 shout:1 shout:2 shout:3 shout:4 fragile:stuck");

    String stream = OutgoingLog.read(relation.bag("a/0")).id().value();
    assertEquals("{\"" + stream + "\":4}", relation.bag("b/0").get("signals-ack"));
  }

  @SimulatedJujuTest(seeds = 3)
  void tellsItsReadersOfASmallerWindowWhenItIsUpgraded(SimulatedJuju juju) {
    talkerAndListener(juju, Window.DEFAULT.whenFull(WhenFull.REJECT));
    juju.automaticallyRetryHooks(false);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Gossip.say(juju, i + " shout:" + i);
      expected.add("a/0 " + i + "!");
    }
    diary.window = Window.DEFAULT.entries(8).whenFull(WhenFull.REJECT);
    juju.application("a").refresh(Gossip.charm(diary));
    juju.settle();
    Gossip.say(juju, "20 shout:20");
    expected.add("a/0 20!");

    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(expected, Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void beginsANewStreamWhenItsBagWasRestored(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Gossip.say(juju, "1 word:one");
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    Gossip.say(juju, "2 word:two");
    relation.restore("a/0", old);
    juju.settle();
    Gossip.say(juju, "3 other:three");

    assertEquals(
        List.of("a/0 one", "a/0 two", "a/0 two", "a/0 other three"),
        Gossip.heardBy(juju.unit("b/0")));
  }

  /** A stream that comes back after a suspension is trimmed, at the number it had before. */
  @SimulatedJujuTest(seeds = 3)
  void isTrimmedAgainWhenItsBagWasRestoredFromBeforeASuspension(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Gossip.say(juju, "1 word:one");
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    relation.suspend();
    juju.settle();
    relation.resume();
    juju.settle();
    String resumed = headerOf(relation.bag("a/0"));
    relation.restore("a/0", old);
    Gossip.say(juju, "2 other:two");

    assertEquals(
        List.of("head 1, floor 0", "head 1, floor 1", "head 2, floor 1"),
        List.of(headerOf(old), resumed, headerOf(relation.bag("a/0"))));
    assertEquals(List.of("a/0 one", "a/0 other two"), Gossip.heardBy(juju.unit("b/0")));
  }

  /** Somebody's floor would have it drop what nobody has read, once the right bag is back. */
  @SimulatedJujuTest(seeds = 3)
  void trimsNothingBecauseOfAFloorThatSomebodyWroteIntoItsBag(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    juju.unit("b/0").hold();
    Gossip.say(juju, "1 word:one");
    Gossip.say(juju, "2 other:two");
    Map<String, String> right = Map.copyOf(relation.bag("a/0"));
    Map<String, String> edited = new HashMap<>(right);
    edited.put("signals", right.get("signals").replace("\"floor\":0", "\"floor\":2"));
    relation.restore("a/0", edited);
    juju.application("b").addUnit(); // whom it shows its stream, so it looks at its bag
    juju.settle();
    relation.restore("a/0", right);
    Gossip.say(juju, "3 word:three");

    assertEquals(
        List.of("head 2, floor 2", "head 3, floor 0"),
        List.of(headerOf(edited), headerOf(relation.bag("a/0"))));
    juju.unit("b/0").release();
    juju.settle();
    assertEquals(
        List.of("a/0 one", "a/0 other two", "a/0 three"), Gossip.heardBy(juju.unit("b/0")));
  }

  private static String headerOf(Map<String, String> bag) {
    try {
      Header header = OutgoingLog.read(bag).header();
      return "head " + header.head() + ", floor " + header.floor();
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  @SimulatedJujuTest(seeds = 3)
  void triesTheSignalsOfANewStreamAsOftenAsThoseOfTheOld(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    diary.failing.addAll(List.of("fragile old", "fragile new"));
    Gossip.say(juju, "1 fragile:old"); // a first try
    juju.unit("b/0").updateStatus();
    juju.settle(); // a second
    relation.restore("a/0", old);
    Gossip.say(juju, "2 fragile:new"); // a first try, in another stream
    juju.unit("b/0").updateStatus();
    juju.settle();
    diary.failing.clear();
    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of("gap 1-1 a/0", "a/0 fragile old", "a/0 fragile new"),
        Gossip.heardBy(juju.unit("b/0")));
  }
}
