package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.NeverSettlesException;
import java.util.List;

/** What follows a failed hook (contract section 1.7), and how settling ends. */
class RetryTest {

  private static List<String> lines(SimulatedUnit unit) {
    return unit.hooks().stream().map(record -> record.hook() + " " + record.outcome()).toList();
  }

  @SimulatedJujuTest
  void retriesAFailedHookThreeTimesAndLeavesItsUnitInError(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              throw hook.exit(7);
            }));

    juju.settle();

    assertEquals(
        List.of("install FAILED", "install FAILED", "install FAILED", "install FAILED"),
        lines(juju.unit("p/0")));
    assertEquals(
        new WorkloadStatus("error", "hook failed: \"install\""), juju.unit("p/0").agentStatus());
    assertEquals(List.of(1, 2, 3, 4), juju.hooks().stream().map(HookRecord::attempt).toList());
  }

  @SimulatedJujuTest
  void leavesAFailedHookAloneWhenTheModelSaysSo(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("p", p(IDLE));
    juju.unit("p/0").failNextHook();

    juju.settle();
    assertEquals(List.of("install FAILED"), lines(juju.unit("p/0")));
    assertEquals(HookOutcome.COMMITTED, juju.unit("p/0").resolve().outcome());
  }

  @SimulatedJujuTest
  void runsNothingElseWhileAHookIsFailed(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("p", p(IDLE)).scale(2).leader("p/1");
    juju.settle();
    juju.unit("p/0").failNextHook().updateStatus();
    juju.settle();

    juju.application("p").config("motto", "other").leader("p/0");

    assertEquals(
        List.of("update-status"), juju.unit("p/0").due().stream().map(Object::toString).toList());
    juju.unit("p/0").resolve();
    assertEquals(
        List.of("leader-elected"), juju.unit("p/0").due().stream().map(Object::toString).toList());
  }

  @SimulatedJujuTest
  void advancesWithoutRunningWhenResolvedWithoutRetry(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.unit("r/0").failNext("channel-relation-joined");
    juju.settle();

    HookRecord skipped = juju.unit("r/0").resolveWithoutRetry();

    assertEquals(HookOutcome.SKIPPED, skipped.outcome());
    assertEquals(List.of(), skipped.changes());
    assertEquals(List.of(), skipped.commands());
    assertEquals(
        List.of("channel-relation-changed p/0"),
        juju.unit("r/0").due().stream().map(Object::toString).toList());
  }

  @SimulatedJujuTest
  void forgetsLeaderElectedWhenTheLeaseIsLostBeforeItRuns(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("p", p(IDLE)).scale(2).leader("p/0");
    juju.unit("p/0").failNext("leader-elected");
    juju.settle();

    juju.application("p").leader("p/1");
    juju.settle();

    assertEquals(
        List.of("install", "leader-elected", "config-changed", "start"),
        juju.unit("p/0").hookNames());
    assertEquals(new WorkloadStatus("idle", ""), juju.unit("p/0").agentStatus());
  }

  @SimulatedJujuTest
  void queuesATerminatedHookAgainWithoutAnError(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.unit("p/0").terminateNext("config-changed");

    juju.settle();

    assertEquals(
        List.of(
            "install COMMITTED",
            "leader-elected COMMITTED",
            "config-changed TERMINATED",
            "config-changed COMMITTED",
            "start COMMITTED"),
        lines(juju.unit("p/0")));
  }

  @SimulatedJujuTest
  void namesTheLastHooksOfTwoCharmsThatNeverRest(SimulatedJuju juju) {
    CharmScript answers =
        hook -> {
          if (hook.is("channel-relation-changed") && !hook.hook().remoteUnit().isEmpty()) {
            hook.set("count", hook.get(hook.hook().remoteUnit(), "count") + "x");
          }
        };
    juju.deploy("p", p(answers));
    juju.deploy("r", r(answers));
    juju.integrate("p", "r");

    NeverSettlesException failure =
        assertThrows(NeverSettlesException.class, () -> juju.settleWithin(60));

    assertEquals(60, failure.limit());
    assertEquals(
        List.of("channel-relation-changed"),
        failure.lastHooks().stream().map(record -> record.hook().name()).distinct().toList());
  }

  @SimulatedJujuTest
  void letsAnAssertionInAScriptFailTheTest(SimulatedJuju juju) {
    juju.deploy("p", p(hook -> assertEquals("start", hook.name())));

    assertThrows(AssertionError.class, juju::settle);
  }
}
