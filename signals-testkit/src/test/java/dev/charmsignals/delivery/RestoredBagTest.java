package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.log.WhenFull;
import dev.charmsignals.log.Window;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody puts back an older bag, or spoils one, and nothing is lost without a word. */
class RestoredBagTest {

  private final Gossip.Diary diary = new Gossip.Diary();

  private SimulatedRelation talkerAndListener(SimulatedJuju juju, Window window) {
    diary.window = window;
    return Gossip.talkerAndListener(juju, diary);
  }

  private static void lookAround(SimulatedJuju juju, String unit) {
    juju.unit(unit).updateStatus();
    juju.settle();
  }

  @SimulatedJujuTest(seeds = 3)
  void tellsAReaderWhatItHadNotReadWhenTheBagIsRestored(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Gossip.say(juju, "1 word:one");
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    juju.unit("b/0").hold();
    Gossip.say(juju, "2 shout:two shout:three");
    relation.restore("a/0", old);
    Gossip.say(juju, "3 shout:four");
    juju.unit("b/0").release();
    juju.settle();

    assertEquals(
        List.of("a/0 one", "gap 2-3 a/0", "a/0 one", "a/0 four!"),
        Gossip.heardBy(juju.unit("b/0")));
  }

  /** What is emitted to one relation stands in its bag alone. */
  @SimulatedJujuTest(seeds = 3)
  void tellsNobodyWhatIsOlderThanWhatWasEmittedToItAlone(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Gossip.say(juju, "1 word:all");
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    Gossip.say(juju, "2 only:one");
    for (String round : List.of("3", "4")) {
      relation.restore("a/0", old);
      Gossip.say(juju, round + " shout:" + round);
    }
    juju.application("b").addUnit();
    juju.settle();
    Gossip.say(juju, "5 word:newer");

    assertEquals(
        List.of("a/0 all", "a/0 one", "a/0 3!", "a/0 4!", "a/0 newer"),
        Gossip.heardBy(juju.unit("b/0")));
    assertEquals(List.of("a/0 newer"), Gossip.heardBy(juju.unit("b/1")));
  }

  /** The stream in the middle was never looked at, and it held signals for this reader, too. */
  @SimulatedJujuTest(seeds = 3)
  void tellsAReaderOfEachStreamThatCameAndWent(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    Gossip.say(juju, "1 shout:one");
    juju.unit("b/0").hold();
    relation.restore("a/0", old);
    Gossip.say(juju, "2 shout:two");
    relation.restore("a/0", old);
    Gossip.say(juju, "3 shout:three");
    juju.unit("b/0").release();
    juju.settle();
    lookAround(juju, "b/0");

    assertEquals(
        List.of("a/0 one!", "gap 1-1 a/0", "a/0 three!"), Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void tellsAReaderOfEachLossOnce(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    for (String round : List.of("1", "2", "3")) {
      juju.unit("b/0").hold();
      Gossip.say(juju, round + " shout:lost");
      relation.restore("a/0", old);
      Gossip.say(juju, round + "a shout:" + round);
      juju.unit("b/0").release();
      juju.settle();
    }

    assertEquals(
        List.of("gap 1-1 a/0", "a/0 1!", "gap 2-2 a/0", "a/0 2!", "gap 2-2 a/0", "a/0 3!"),
        Gossip.heardBy(juju.unit("b/0")));
  }

  /** More than a stream says that it replaces, and most of them before this reader came. */
  @SimulatedJujuTest(seeds = 3)
  void tellsAReaderOfNoLossWhereItHasReadEverything(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    List<String> expected = new ArrayList<>();
    for (int round = 1; round <= 20; round++) {
      if (round == 6) {
        juju.application("b").addUnit();
        juju.settle();
      }
      SimulatedUnit newest = juju.unit(round < 6 ? "b/0" : "b/1").hold();
      relation.restore("a/0", old);
      Gossip.say(juju, round + " shout:" + round);
      newest.release();
      juju.settle();
      if (round >= 6) {
        expected.add("a/0 " + round + "!");
      }
    }

    assertEquals(expected, Gossip.heardBy(juju.unit("b/1")));
  }

  @SimulatedJujuTest(seeds = 3)
  void hearsWhatItPutOffBeforeWhatFollowsInANewStream(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    diary.deferring.add("first!");
    Gossip.say(juju, "1 shout:first");
    juju.unit("b/0").hold();
    relation.restore("a/0", old);
    Gossip.say(juju, "2 shout:second");
    juju.unit("b/0").release();
    juju.settle();
    assertEquals(List.of(), Gossip.heardBy(juju.unit("b/0")));
    diary.deferring.clear();
    lookAround(juju, "b/0");

    assertEquals(List.of("a/0 first!", "a/0 second!"), Gossip.heardBy(juju.unit("b/0")));
  }

  /** In the broken hook it is too late to begin anew, so that waits for the resumption. */
  @SimulatedJujuTest(seeds = 3)
  void tellsAReaderWhatItHadNotReadWhenTheRelationWasSuspendedInBetween(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Gossip.say(juju, "1 word:one");
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    juju.unit("b/0").hold();
    Gossip.say(juju, "2 shout:two");
    relation.restore("a/0", old);
    juju.unit("b/0").release();
    relation.suspend();
    juju.settle();
    relation.resume();
    juju.settle();

    assertEquals(List.of("a/0 one", "gap 2-2 a/0", "a/0 one"), Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest(seeds = 3)
  void showsAgainWhatIsRetainedWithoutWaitingForAnotherSignal(SimulatedJuju juju) {
    SimulatedRelation relation = talkerAndListener(juju, Window.DEFAULT);
    Map<String, String> old = Map.copyOf(relation.bag("a/0"));
    Gossip.say(juju, "1 word:one");
    relation.restore("a/0", old);
    juju.application("b").addUnit();
    juju.settle();
    lookAround(juju, "a/0");

    assertEquals(List.of("a/0 one"), Gossip.heardBy(juju.unit("b/1")));
  }

  /** The emitter had not seen it, and waits for it. */
  @SimulatedJujuTest(seeds = 3)
  void acknowledgesOnceMoreWhenItsAcknowledgementIsTakenBack(SimulatedJuju juju) {
    SimulatedRelation relation =
        talkerAndListener(juju, Window.DEFAULT.entries(4).whenFull(WhenFull.REJECT));
    juju.automaticallyRetryHooks(false);
    Map<String, String> old = Map.copyOf(relation.bag("b/0"));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      juju.application("a").config("say", i + " shout:" + i);
      juju.unit("a/0").run("config-changed");
      expected.add("a/0 " + i + "!");
    }
    juju.unit("a/0").hold();
    juju.settle();
    String acknowledged = relation.bag("b/0").get("signals-ack");
    relation.restore("b/0", old);
    lookAround(juju, "b/0");

    assertEquals(acknowledged, relation.bag("b/0").get("signals-ack"));
    juju.unit("a/0").release();
    juju.settle();
    Gossip.say(juju, "4 shout:4");
    expected.add("a/0 4!");
    assertEquals(List.of(), Gossip.failed(juju));
    assertEquals(expected, Gossip.heardBy(juju.unit("b/0")));
  }
}
