package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.testkit.world.ActionStatus;
import dev.charmsignals.testkit.world.ExecResult;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** What an operator has executed in the context of a unit, as contract section 1.9 has it. */
class ExecTest {

  @SimulatedJujuTest
  void commitsWhatItWroteWhenItEnds(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));

    ExecResult result =
        juju.unit("p/0")
            .exec(
                hook -> {
                  hook.setState("seen", "yes");
                  hook.print("done");
                });

    assertEquals(new ExecResult(ActionStatus.COMPLETED, "", 0, "done\n", ""), result);
    assertEquals(Map.of("seen", "yes"), juju.unit("p/0").state());
  }

  @SimulatedJujuTest
  void failsWithItsExitStatus(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));

    assertEquals(
        new ExecResult(ActionStatus.FAILED, "exit status 3", 3, "", ""),
        juju.unit("p/0")
            .exec(
                hook -> {
                  hook.setState("seen", "yes");
                  throw hook.exit(3);
                }));
    assertEquals(Map.of(), juju.unit("p/0").state());
  }

  @SimulatedJujuTest
  void hasNoHookAndNoProgramInItsEnvironment(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.unit("p/0").exec(IDLE);

    HookRecord run = juju.hooks().get(0);

    assertEquals("p/0 juju-exec", run.toString());
    assertEquals("", run.environment().get("JUJU_HOOK_NAME"));
    assertFalse(run.environment().containsKey("JUJU_DISPATCH_PATH"));
    assertFalse(run.environment().containsKey("JUJU_RELATION"));
    assertEquals(
        "p/0-run-commands-",
        run.environment().getOrDefault("JUJU_CONTEXT_ID", "").replaceAll("[0-9a-f]{32}", ""));
  }

  @SimulatedJujuTest
  void runsInTheContextOfARelation(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();

    juju.unit("p/0").exec(relation, hook -> hook.set("by", hook.text("relation-list")));

    HookRecord run = juju.hooks().get(juju.hooks().size() - 1);
    assertEquals("r/0", relation.bag("p/0").get("by"));
    assertEquals("channel:" + relation.number(), run.environment().get("JUJU_RELATION_ID"));
    assertEquals("r/0", run.environment().get("JUJU_REMOTE_UNIT"));
    assertEquals("", run.environment().get("JUJU_REMOTE_APP"));
  }

  @SimulatedJujuTest
  void refusesToGuessTheRemoteUnit(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrate("p", "r");
    SimulatedUnit unit = juju.unit("p/0");

    assertEquals(
        List.of("unknown relation id: " + relation.number()),
        complaints(() -> unit.exec(relation, IDLE)));
    unit.settle();
    assertEquals(
        List.of("cannot infer remote unit in empty relation " + relation.number()),
        complaints(() -> unit.exec(relation, IDLE)));
    juju.application("r").scale(2);
    juju.settle();
    assertEquals(
        List.of("ambiguous remote unit; possibilities are [r/0, r/1]"),
        complaints(() -> unit.exec(relation, IDLE)));
    assertEquals(0, unit.exec(relation, "r/1", IDLE).returnCode());
  }

  @SimulatedJujuTest
  void refusesAShellScriptWhereThereIsNoShell(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));

    assertEquals(
        List.of(
            "The charm of \"p/0\" runs in the test's own process and has no shell; deploy"
                + " CharmUnderTest.packed, or execute a function"),
        complaints(() -> juju.unit("p/0").exec("true")));
  }

  private static List<String> complaints(Executable action) {
    return assertThrows(ImpossibleWorldException.class, action).complaints();
  }
}
