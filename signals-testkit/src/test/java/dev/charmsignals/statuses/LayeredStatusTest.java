package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.layeredstatus.LayeredStatus;
import dev.charmsignals.layeredstatus.LayeredStatusException;
import dev.charmsignals.statuses.layers.first.Voice;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;

/**
 * Which status wins; numbers are those of the specification's acceptance cases. A layer speaks
 * through the class {@code Voice} in the package that is named after it.
 */
class LayeredStatusTest {

  private static LayeredStatus usual(CharmContext context) {
    return new LayeredStatus(context, List.of("layer:basic", "first", "second"), "mycharm");
  }

  private static List<String> sent(SimulatedJuju juju, Stage.SimpleDeed<LayeredStatus> deed) {
    return Stage.sent(Stage.of(juju, LayeredStatusTest::usual).hook(deed));
  }

  private static List<String> sent(
      SimulatedJuju juju, List<String> layers, Stage.SimpleDeed<LayeredStatus> deed) {
    return Stage.sent(
        Stage.of(juju, context -> new LayeredStatus(context, layers, "mycharm")).hook(deed));
  }

  @SimulatedJujuTest
  void case01LetsBlockedOutdoWaitingAndActive(SimulatedJuju juju) {
    assertEquals(
        List.of("blocked b"),
        sent(
            juju,
            status -> {
              Voice.say(status, blocked("b"));
              dev.charmsignals.statuses.layers.second.Voice.say(status, active("a"));
              dev.charmsignals.statuses.layers.mycharm.Voice.say(status, waiting("w"));
            }));
  }

  @SimulatedJujuTest
  void case02LetsWaitingOutdoActive(SimulatedJuju juju) {
    assertEquals(
        List.of("waiting w"),
        sent(
            juju,
            status -> {
              Voice.say(status, active("a"));
              dev.charmsignals.statuses.layers.second.Voice.say(status, waiting("w"));
            }));
  }

  @SimulatedJujuTest
  void case03PutsTheStateBeforeTheLayer(SimulatedJuju juju) {
    assertEquals(
        List.of("waiting w"),
        sent(
            juju,
            status -> {
              Voice.say(status, waiting("w"));
              dev.charmsignals.statuses.layers.mycharm.Voice.say(status, active("ready"));
            }));
  }

  @SimulatedJujuTest
  void case04ShowsMaintenanceAtOnceAndNothingAtTheEnd(SimulatedJuju juju) {
    assertEquals(
        List.of("maintenance m"), sent(juju, status -> Voice.say(status, maintenance("m"))));
  }

  @SimulatedJujuTest
  void case05ShowsMaintenanceAtOnceAndActiveAtTheEnd(SimulatedJuju juju) {
    assertEquals(
        List.of("maintenance m", "active a"),
        sent(
            juju,
            status -> {
              Voice.say(status, maintenance("m"));
              Voice.say(status, active("a"));
            }));
  }

  @SimulatedJujuTest
  void case06ShowsAtTheEndWhatWasQueuedBeforeMaintenance(SimulatedJuju juju) {
    assertEquals(
        List.of("maintenance m", "active a"),
        sent(
            juju,
            status -> {
              Voice.say(status, active("a"));
              Voice.say(status, maintenance("m"));
            }));
  }

  @SimulatedJujuTest
  void case07LetsTheCharmOutdoEveryLayer(SimulatedJuju juju) {
    assertEquals(
        List.of("blocked charm"),
        sent(
            juju,
            status -> {
              dev.charmsignals.statuses.layers.mycharm.Voice.say(status, blocked("charm"));
              dev.charmsignals.statuses.layers.second.Voice.say(status, blocked("second"));
              Voice.say(status, blocked("first"));
            }));
  }

  @SimulatedJujuTest
  void case08LetsALaterLayerOutdoAnEarlierOneThatSpeaksAfterIt(SimulatedJuju juju) {
    assertEquals(
        List.of("active second"),
        sent(
            juju,
            status -> {
              dev.charmsignals.statuses.layers.second.Voice.say(status, active("second"));
              Voice.say(status, active("first"));
            }));
  }

  @SimulatedJujuTest
  void case09TakesTheLastOfOneLayer(SimulatedJuju juju) {
    assertEquals(
        List.of("active s2"),
        sent(
            juju,
            status -> {
              dev.charmsignals.statuses.layers.second.Voice.say(status, active("s1"));
              dev.charmsignals.statuses.layers.second.Voice.say(status, active("s2"));
            }));
  }

  @SimulatedJujuTest
  void case10KnowsALayerThatIsDeclaredWithItsPrefix(SimulatedJuju juju) {
    // Corrected: the original shows "active first", as prefixes never match.
    assertEquals(
        List.of("active second"),
        sent(
            juju,
            List.of("layer:basic", "layer:first", "layer:second"),
            status -> {
              dev.charmsignals.statuses.layers.second.Voice.say(status, active("second"));
              Voice.say(status, active("first"));
            }));
  }

  @SimulatedJujuTest
  void case11TakesDashesAndUnderlinesForEqual(SimulatedJuju juju) {
    Stage<LayeredStatus> stage =
        Stage.of(
            juju,
            context ->
                new LayeredStatus(context, List.of("layer:basic", "layer:first"), "my-charm"));

    stage.hook(
        status -> {
          dev.charmsignals.statuses.layers.my_charm.Voice.say(status, active("charm"));
          Voice.say(status, active("first"));
        });

    // Corrected: the original shows "active first".
    assertEquals(List.of("active charm"), stage.sent());
  }

  @SimulatedJujuTest
  void case12PutsAnUndeclaredLayerBelowTheFirst(SimulatedJuju juju) {
    // Corrected: the original shows "active unk", as both have rank 0.
    assertEquals(
        List.of("active first"),
        sent(
            juju,
            List.of("first", "second"),
            status -> {
              Voice.say(status, active("first"));
              dev.charmsignals.statuses.layers.unk.Voice.say(status, active("unk"));
            }));
  }

  @SimulatedJujuTest
  void case13PutsAnUndeclaredLayerBelowTheSecond(SimulatedJuju juju) {
    assertEquals(
        List.of("active second"),
        sent(
            juju,
            List.of("first", "second"),
            status -> {
              dev.charmsignals.statuses.layers.second.Voice.say(status, active("second"));
              dev.charmsignals.statuses.layers.unk.Voice.say(status, active("unk"));
            }));
  }

  @SimulatedJujuTest
  void case14KnowsALibraryThatIsDeclared(SimulatedJuju juju) {
    assertEquals(
        List.of("active foo"),
        sent(
            juju,
            List.of("first", "foo"),
            status -> {
              dev.charmsignals.statuses.layers.foo.Voice.say(status, active("foo"));
              Voice.say(status, active("first"));
            }));
  }

  @SimulatedJujuTest
  void case15ShowsWhatAnUndeclaredLibrarySays(SimulatedJuju juju) {
    assertEquals(
        List.of("active o"),
        sent(
            juju, status -> dev.charmsignals.statuses.layers.other.Voice.say(status, active("o"))));
  }

  @SimulatedJujuTest
  void case16ShowsWhatIsSaidFromADeeperPackageOfNoLayer(SimulatedJuju juju) {
    assertEquals(
        List.of("active deep"),
        sent(
            juju,
            status -> dev.charmsignals.statuses.layers.sub.deep.Voice.say(status, active("deep"))));
  }

  @SimulatedJujuTest
  void case17ShowsWhatIsSaidFromAPackageNamedStatus(SimulatedJuju juju) {
    assertEquals(
        List.of("active s"),
        sent(
            juju,
            status -> dev.charmsignals.statuses.layers.status.Voice.say(status, active("s"))));
  }

  @SimulatedJujuTest
  void correction4KnowsADeeperPackageOfALayer(SimulatedJuju juju) {
    assertEquals(
        List.of("active inside"),
        sent(
            juju,
            status -> {
              dev.charmsignals.statuses.layers.first.internal.Voice.say(status, active("inside"));
              dev.charmsignals.statuses.layers.unk.Voice.say(status, active("unk"));
            }));
  }

  @SimulatedJujuTest
  void case18SendsNothingWhenNothingIsSaid(SimulatedJuju juju) {
    assertEquals(List.of(), Stage.of(juju, LayeredStatusTest::usual).idle().commands());
  }

  @SimulatedJujuTest
  void case27And26RefuseAWordThatIsNoStatus(SimulatedJuju juju) {
    assertEquals(
        List.of(),
        sent(
            juju,
            status -> {
              for (String word : List.of("bogus", "unknown")) {
                assertEquals(
                    "\""
                        + word
                        + "\" is no status that a charm can set; use maintenance, blocked, waiting"
                        + " or active",
                    assertThrows(LayeredStatusException.class, () -> status.set(word, "x"))
                        .getMessage());
              }
            }));
  }

  @SimulatedJujuTest
  void case28LogsWhatItSends(SimulatedJuju juju) {
    HookRecord hook =
        Stage.of(juju, LayeredStatusTest::usual)
            .hook(
                status -> {
                  status.set("active", "s");
                  status.set(waiting("w"));
                });

    assertEquals(List.of("INFO LayeredStatus: status-set: waiting: w"), Stage.logged(hook));
    assertEquals(List.of("waiting w"), Stage.sent(hook));
  }

  @SimulatedJujuTest
  void case32And33DoWithoutLayers(SimulatedJuju juju) {
    // Corrected for 33: the original fails when it finds an empty list of layers.
    assertEquals(
        List.of("active x"), sent(juju, List.of(), status -> Voice.say(status, active("x"))));
  }

  @SimulatedJujuTest
  void case34SendsNothingInAHookThatFails(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    HookRecord hook =
        Stage.of(juju, LayeredStatusTest::usual)
            .run(
                (status, session) -> {
                  Voice.say(status, blocked("b"));
                  throw new IllegalStateException("told to fail");
                });

    assertEquals(HookOutcome.FAILED, hook.outcome());
    assertEquals(List.of(), Stage.sent(hook));
  }

  @SimulatedJujuTest
  void case35RemembersNothingOfTheHookBefore(SimulatedJuju juju) {
    Stage<LayeredStatus> stage = Stage.of(juju, LayeredStatusTest::usual);

    stage.hook(
        status -> {
          Voice.say(status, blocked("b"));
          dev.charmsignals.statuses.layers.second.Voice.say(status, active("a"));
        });
    stage.hook(status -> dev.charmsignals.statuses.layers.second.Voice.say(status, active("a")));

    assertEquals(List.of("blocked b", "active a"), stage.sent());
  }
}
