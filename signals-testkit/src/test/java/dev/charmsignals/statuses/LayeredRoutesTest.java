package dev.charmsignals.statuses;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.layeredstatus.Layer;
import dev.charmsignals.layeredstatus.LayeredStatus;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.model.Savepoint;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;

/** By which ways a status comes to the layers, or past them. */
class LayeredRoutesTest {

  private static LayeredStatus usual(CharmContext context) {
    return new LayeredStatus(context, List.of("basic", "first", "second"), "mycharm");
  }

  @SimulatedJujuTest
  void case19DecidesOnceAtTheEndOfAnAction(SimulatedJuju juju) {
    Stage<LayeredStatus> stage = Stage.of(juju, LayeredRoutesTest::usual);

    List<String> log =
        stage.action(
            status -> {
              Layer first = status.layer("first");
              first.active("a");
              first.blocked("b");
              first.active("c");
              first.maintenance("m");
            });

    // Corrected: the original sends one after the other, "blocked b" twice.
    assertEquals(
        List.of(
            "INFO LayeredStatus: status-set: maintenance: m"
                + "\nLayeredStatus: status-set: blocked: b"),
        log);
    assertEquals("blocked b", stage.shown());
  }

  @SimulatedJujuTest
  void case20DecidesAnewWhenAStatusComesAfterTheDecision(SimulatedJuju juju) {
    HookRecord hook =
        Stage.of(juju, LayeredRoutesTest::usual)
            .hook(
                (status, session) -> {
                  status.layer("first").active("a");
                  session.beforeCommit(
                      () -> {
                        status.layer("first").blocked("late");
                        status.layer("first").active("later");
                      });
                });

    // All three are sent by the original; here statuses go last of all, and only the outcome.
    assertEquals(List.of("blocked late"), Stage.sent(hook));
    assertEquals(
        List.of(
            "INFO LayeredStatus: status-set: active: a"
                + "\nLayeredStatus: status-set: blocked: late"),
        Stage.logged(hook));
  }

  @SimulatedJujuTest
  void case21CapturesADirectStatus(SimulatedJuju juju) {
    HookRecord hook =
        Stage.of(juju, LayeredRoutesTest::usual)
            .hook(
                (status, session) -> {
                  status.layer("first").blocked("b");
                  session.unit().setStatus(active("x"));
                });

    assertEquals(List.of("blocked b"), Stage.sent(hook));
  }

  @SimulatedJujuTest
  void correction12TakesADirectStatusForTheCharms(SimulatedJuju juju) {
    HookRecord hook =
        Stage.of(juju, LayeredRoutesTest::usual)
            .hook(
                (status, session) -> {
                  session.unit().setStatus(blocked("charm"));
                  session.unit().setStatus(maintenance("at once"));
                  status.layer("second").blocked("second");
                  status.layer("unk").blocked("unk");
                });

    assertEquals(List.of("maintenance at once", "blocked charm"), Stage.sent(hook));
  }

  @SimulatedJujuTest
  void case22LetsADirectStatusPassByWhereThatIsSwitchedOff(SimulatedJuju juju) {
    Stage<LayeredStatus> stage = Stage.of(juju, context -> usual(context).leaveDirectStatuses());

    HookRecord both =
        stage.hook(
            (status, session) -> {
              status.layer("first").blocked("b");
              session.unit().setStatus(active("x"));
            });
    HookRecord direct = stage.hook((status, session) -> session.unit().setStatus(active("x")));

    // The original shows "active x" at once, too; here only maintenance is.
    assertEquals(List.of("blocked b"), Stage.sent(both));
    assertEquals(List.of("active x"), Stage.sent(direct));
    assertEquals(List.of(), Stage.logged(direct));
  }

  @SimulatedJujuTest
  void case23KeepsAQueueOfItsOwnForTheApplication(SimulatedJuju juju) {
    Stage<List<LayeredStatus>> stage =
        Stage.of(
            juju,
            context ->
                List.of(
                    usual(context),
                    LayeredStatus.ofApplication(context, List.of("first"), "mycharm")));

    stage.hook(
        (statuses, session) -> {
          statuses.get(0).layer("first").blocked("b");
          session.application().setStatus(active("x"));
          statuses.get(1).layer("first").active("y");
        });

    // Corrected: the original fails with a ValueError.
    assertEquals("blocked b", stage.shown());
    assertEquals("active x", Stage.text(juju.application("a").status()));
  }

  @SimulatedJujuTest
  void correction11LeavesTheApplicationToTheLeader(SimulatedJuju juju) {
    Stage<LayeredStatus> stage =
        Stage.of(
            juju, context -> LayeredStatus.ofApplication(context, List.of("first"), "mycharm"));
    juju.application("a").noLeader();

    stage.hook(
        status -> assertThrows(NotLeaderException.class, () -> status.layer("first").active("y")));
  }

  @SimulatedJujuTest
  void case24And25LeaveHookCommandsAlone(SimulatedJuju juju) {
    HookRecord hook =
        Stage.of(juju, LayeredRoutesTest::usual)
            .hook(
                (status, session) -> {
                  status.layer("first").active("a");
                  session.tools().statusSet(false, "active", "t");
                  session.tools().jujuLog("INFO", "and any other command");
                });

    assertEquals(List.of("active t", "active a"), Stage.sent(hook));
    assertEquals(
        List.of("INFO and any other command", "INFO LayeredStatus: status-set: active: a"),
        Stage.logged(hook));
  }

  @SimulatedJujuTest
  void case36And37FollowTheOriginalsExample(SimulatedJuju juju) {
    Stage<LayeredStatus> stage = Stage.of(juju, LayeredRoutesTest::usual);

    HookRecord without =
        stage.hook(status -> status.layer("mycharm").blocked("missing required-config"));
    HookRecord with =
        stage.hook(
            status -> {
              status.layer("mycharm").maintenance("installing foo");
              status.layer("mycharm").active("foo is ready");
            });

    assertEquals(List.of("blocked missing required-config"), Stage.sent(without));
    assertEquals(List.of("maintenance installing foo", "active foo is ready"), Stage.sent(with));
  }

  @SimulatedJujuTest
  void correction7TakesBackWhatALayerSaid(SimulatedJuju juju) {
    HookRecord hook =
        Stage.of(juju, LayeredRoutesTest::usual)
            .hook(
                status -> {
                  status.layer("second").blocked("no disk");
                  status.layer("second").blocked("no network");
                  status.layer("first").active("a");
                  status.layer("second").clear();
                });

    assertEquals(List.of("active a"), Stage.sent(hook));
  }

  @SimulatedJujuTest
  void forgetsWhatWasSaidSinceASavepoint(SimulatedJuju juju) {
    HookRecord hook =
        Stage.of(juju, LayeredRoutesTest::usual)
            .hook(
                (status, session) -> {
                  status.layer("first").active("a");
                  Savepoint before = session.savepoint();
                  status.layer("first").blocked("b");
                  session.rollback(before);
                });

    assertEquals(List.of("active a"), Stage.sent(hook));
  }

  @SimulatedJujuTest
  void refusesTwoLayersOfOneName(SimulatedJuju juju) {
    assertEquals(
        "Layer \"my_charm\" is declared twice, where dashes, underlines and case make no difference;"
            + " name each layer once, the weakest first, and the charm by itself",
        mistake(juju, List.of("first", "my-charm"), "my_charm"));
  }

  @SimulatedJujuTest
  void refusesALayerWithoutName(SimulatedJuju juju) {
    assertEquals(
        "A layer is named \"layer:\"; use a name such as \"basic\"",
        mistake(juju, List.of("layer:"), "mycharm"));
  }

  @SimulatedJujuTest
  void refusesTwoLayeredStatusesOfOneUnit(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    HookRecord first =
        Stage.of(juju, context -> List.of(usual(context), usual(context))).unit().hooks().get(0);

    assertEquals(
        "This charm has a layered status of the unit already; hand that one to whoever needs it",
        Stage.failure(first));
  }

  private static String mistake(SimulatedJuju juju, List<String> layers, String charm) {
    juju.automaticallyRetryHooks(false);
    return Stage.failure(
        Stage.of(juju, context -> new LayeredStatus(context, layers, charm)).unit().hooks().get(0));
  }
}
