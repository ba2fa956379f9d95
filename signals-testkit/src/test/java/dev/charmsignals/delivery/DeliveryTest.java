package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.signal.Emission;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;

class DeliveryTest {

  private final Gossip.Diary diary = new Gossip.Diary();

  private static List<String> heard(SimulatedJuju juju, String unit) {
    return Gossip.heardBy(juju.unit(unit));
  }

  @Nested
  class InOrder {

    @SimulatedJujuTest(seeds = 5)
    void deliversTwoSignalsOfOneHookSeparately(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);

      juju.application("a").config("say", "1 word:full word:full word:empty");
      juju.settle();

      assertEquals(List.of("a/0 full", "a/0 full", "a/0 empty"), heard(juju, "b/0"));
      assertEquals(
          List.of(
              new Emission.Written(1, 1), new Emission.Written(1, 1), new Emission.Written(1, 1)),
          diary.emissions);
    }

    @SimulatedJujuTest(seeds = 5)
    void deliversAllSignalsOfHooksThatJujuCoalesces(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.unit("b/0").hold();
      for (String say : List.of("1 word:bork", "2 other:ready", "3 word:bork")) {
        juju.application("a").config("say", say);
        juju.settle();
      }
      int before = juju.unit("b/0").hooks().size();
      juju.unit("b/0").release();
      juju.settle();

      assertEquals(List.of("a/0 bork", "a/0 other ready", "a/0 bork"), heard(juju, "b/0"));
      assertEquals(before + 1, juju.unit("b/0").hooks().size());
    }

    @SimulatedJujuTest(seeds = 5, flavour = JujuFlavour.JUJU_3_6)
    void deliversTheSameNameFromTwoUnitsTwice(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.application("a").addUnit();
      juju.settle();

      juju.application("a").config("say", "1 word:same");
      juju.settle();

      assertEquals(List.of("a/0 same", "a/1 same"), heard(juju, "b/0").stream().sorted().toList());
    }

    @SimulatedJujuTest(seeds = 5)
    void carriesSignalsInBothDirectionsAndAmongPeers(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.application("b").scale(3);
      juju.settle();

      juju.application("b").config("say", "1 back:hello peers:psst");
      juju.settle();

      assertEquals(
          List.of("b/0 hello", "b/1 hello", "b/2 hello"),
          heard(juju, "a/0").stream().sorted().toList());
      assertEquals(List.of("b/1 psst", "b/2 psst"), heard(juju, "b/0").stream().sorted().toList());
    }
  }

  @Nested
  class Once {

    @SimulatedJujuTest(seeds = 3)
    void showsNothingOfAFailedHandlerAndDeliversAgain(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.automaticallyRetryHooks(false);
      diary.failing.add("two");
      juju.application("a").config("say", "1 word:one word:two word:three");
      juju.settle();

      assertEquals(List.of(), heard(juju, "b/0"));
      assertEquals("error", juju.unit("b/0").agentStatus().status());

      diary.failing.clear();
      juju.unit("b/0").resolve();
      juju.settle();

      assertEquals(List.of("a/0 one", "a/0 two", "a/0 three"), heard(juju, "b/0"));
      assertEquals(
          List.of(
              "b/0 < a/0 one",
              "b/0 < a/0 two",
              "b/0 < a/0 one",
              "b/0 < a/0 two",
              "b/0 < a/0 three"),
          diary.heard);
    }

    @SimulatedJujuTest(seeds = 3)
    void deliversNothingAgainWhenTheHookIsReRunAfterItsCommit(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.unit("b/0").crashAfterCommit("listen-relation-changed");
      juju.application("a").config("say", "1 word:one");
      juju.settle();

      assertEquals(List.of("a/0 one"), heard(juju, "b/0"));
      assertEquals(List.of("b/0 < a/0 one"), diary.heard);
    }

    @SimulatedJujuTest(seeds = 3)
    void deliversAgainWhatWasRefusedAtTheCommit(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.unit("b/0").refuseCommit("listen-relation-changed", "told to");
      juju.unit("b/0").crashBeforeCommit("listen-relation-changed");
      juju.application("a").config("say", "1 word:one");
      juju.settle();

      assertEquals(List.of("a/0 one"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 3)
    void emitsOnceWhenTheEmittingHookIsReRun(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.unit("a/0").failNext("config-changed");
      juju.application("a").config("say", "1 word:one");
      juju.settle();
      juju.unit("a/0").crashAfterCommit("config-changed");
      juju.application("a").config("say", "2 word:two");
      juju.settle();

      assertEquals(List.of("a/0 one", "a/0 two"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 3)
    void findsInALaterHookWhatASkippedHookWasToBring(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.automaticallyRetryHooks(false);
      diary.failing.add("one");
      juju.application("a").config("say", "1 word:one");
      juju.settle();
      diary.failing.clear();
      juju.unit("b/0").resolveWithoutRetry();
      juju.settle();
      assertEquals(List.of(), heard(juju, "b/0"));

      juju.unit("b/0").updateStatus();
      juju.settle();

      assertEquals(List.of("a/0 one"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 3)
    void findsInUpdateStatusWhatALostWakeUpWasToBring(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.unit("b/0").hold();
      juju.application("a").config("say", "1 word:one");
      juju.settle();
      juju.unit("b/0").loseWakeUps().release();
      juju.settle();
      assertEquals(List.of(), heard(juju, "b/0"));

      juju.unit("b/0").restartAgent().updateStatus();
      juju.settle();

      assertEquals(List.of("a/0 one"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 3)
    void writesNothingInAHookWithoutNews(SimulatedJuju juju) {
      SimulatedRelation relation = Gossip.talkerAndListener(juju, diary);
      juju.application("a").config("say", "1 word:one");
      juju.settle();

      juju.unit("b/0").wakeWithoutNews(relation, "a/0").updateStatus();
      juju.unit("a/0").updateStatus();

      assertEquals(
          List.of(), juju.settle().stream().flatMap(hook -> hook.changes().stream()).toList());
    }
  }

  @Nested
  class Late {

    @SimulatedJujuTest(seeds = 5)
    void givesAUnitThatJoinsLateTheNewestKeptSignalOfEachName(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.application("a").config("say", "1 word:old other:x shout:now word:new");
      juju.settle();

      juju.application("b").addUnit();
      juju.settle();

      assertEquals(List.of("a/0 other x", "a/0 new"), heard(juju, "b/1"));
      assertEquals(List.of("a/0 old", "a/0 other x", "a/0 now!", "a/0 new"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 5)
    void deliversWhatWasEmittedBeforeAnythingWasRelated(SimulatedJuju juju) {
      juju.deploy("a", Gossip.charm(diary)).config("say", "1 word:old word:new shout:nobody");
      juju.deploy("b", Gossip.charm(diary));
      juju.settle();
      juju.integrate("a:talk", "b:listen");
      juju.settle();

      assertEquals(List.of("a/0 new"), heard(juju, "b/0"));
      assertEquals(
          List.of(new Emission.Held(), new Emission.Held(), new Emission.Dropped()),
          diary.emissions);
    }

    @SimulatedJujuTest(seeds = 5)
    void deliversTheLastSignalsOfADepartingUnit(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.application("a").addUnit();
      juju.settle();
      juju.unit("b/0").hold();
      juju.application("a").config("say", "1 word:last");
      juju.settle();
      juju.unit("a/1").remove();
      juju.unit("b/0").loseWakeUps().release();
      juju.settle();

      assertEquals(List.of("a/1 last"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 5)
    void sendsWhatIsRetainedToARelationMadeLater(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.application("a").config("say", "1 word:one");
      juju.settle();

      juju.deploy("c", Gossip.charm(diary));
      juju.integrate("a:talk", "c:listen");
      juju.settle();

      assertEquals(List.of("a/0 one"), heard(juju, "c/0"));
      assertEquals(List.of("a/0 one"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 5)
    void repeatsNothingWhenARelationWasSuspended(SimulatedJuju juju) {
      SimulatedRelation relation = Gossip.talkerAndListener(juju, diary);
      juju.application("a").config("say", "1 word:before other:kept");
      juju.settle();
      relation.suspend();
      juju.settle();
      juju.application("a").config("say", "2 word:meanwhile");
      juju.settle();
      relation.resume();
      juju.settle();

      assertEquals(List.of("a/0 before", "a/0 other kept", "a/0 meanwhile"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 5)
    void takesAUnitThatComesBackUnderItsOldNameForANewOne(SimulatedJuju juju) {
      juju.deployOnKubernetes("a", Gossip.charm(diary));
      juju.deploy("b", Gossip.charm(diary));
      juju.integrate("a:talk", "b:listen");
      juju.application("a").config("say", "1 word:first");
      juju.settle();
      juju.application("a").scale(0);
      juju.settle();
      juju.application("a").scale(1);
      juju.settle();

      assertEquals(List.of("a/0 first", "a/0 first"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 5)
    void worksAcrossModelsWhereUnitsHaveOtherNames(SimulatedJuju juju) {
      juju.deploy("a", Gossip.charm(diary));
      juju.deploy("b", Gossip.charm(diary));
      juju.integrateAcrossModels("a:talk", "b:listen");
      juju.settle();
      juju.application("a").config("say", "1 word:far word:away");
      juju.settle();

      assertEquals(
          List.of("far", "away"),
          heard(juju, "b/0").stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList());
    }
  }

  @Nested
  class PutOff {

    @SimulatedJujuTest(seeds = 3)
    void keepsTheOrderOfSignalsBehindADeferredOne(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      diary.deferring.add("one");
      juju.application("a").config("say", "1 word:one word:two other:three");
      juju.settle();
      assertEquals(List.of("a/0 other three"), heard(juju, "b/0"));

      diary.deferring.clear();
      juju.unit("b/0").updateStatus();
      juju.settle();

      assertEquals(List.of("a/0 other three", "a/0 one", "a/0 two"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 3)
    void parksASignalWhoseHandlerFailedAsOftenAsItMay(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      diary.failing.add("fragile x");
      juju.application("a").config("say", "1 fragile:x word:after");
      juju.settle();
      assertEquals(List.of(), heard(juju, "b/0"));
      juju.unit("b/0").updateStatus();
      juju.settle();
      juju.unit("b/0").updateStatus();
      juju.settle();

      assertEquals(List.of("parked 1 a/0", "a/0 after"), heard(juju, "b/0"));
      assertEquals(3, diary.heard.stream().filter("b/0 < a/0 fragile x"::equals).count());
      assertEquals(
          List.of(),
          juju.hooks().stream().filter(hook -> hook.outcome() != HookOutcome.COMMITTED).toList());
    }

    @SimulatedJujuTest(seeds = 3)
    void countsTriesAgainFromTheStartForTheNextSignal(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      diary.failing.add("fragile x");
      juju.application("a").config("say", "1 fragile:x");
      juju.settle();
      diary.failing.clear();
      juju.unit("b/0").updateStatus();
      juju.settle();

      assertEquals(List.of("a/0 fragile x"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 3)
    void parksWhatFailsInTheLastHookOfAUnitThatLeaves(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      juju.application("a").addUnit();
      juju.settle();
      juju.unit("b/0").hold();
      diary.failing.add("fragile x");
      juju.application("a").config("say", "1 fragile:x word:after");
      juju.settle();
      juju.unit("a/1").remove();
      juju.unit("b/0").loseWakeUps().release();
      juju.settle();

      assertEquals(List.of("parked 1 a/1", "a/1 after"), heard(juju, "b/0"));
    }

    @SimulatedJujuTest(seeds = 3)
    void leavesInTheStreamWhatThereIsNoRoomToDefer(SimulatedJuju juju) {
      Gossip.talkerAndListener(juju, diary);
      diary.deferring.add("x");
      String words = " word:x".repeat(100);
      juju.application("a").config("say", "1" + words);
      juju.settle();
      juju.application("a").config("say", "2" + words);
      juju.settle();
      assertEquals(List.of(), heard(juju, "b/0"));

      diary.deferring.clear();
      juju.unit("b/0").updateStatus();
      juju.settle();

      assertEquals(Collections.nCopies(200, "a/0 x"), heard(juju, "b/0"));
    }
  }
}
