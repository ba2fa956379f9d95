package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ActionStatus;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Actions, as contract sections 1.6 and 2.13 have them. */
class ActionTest {

  private static final String DATABASE =
      """
      name: database
      actions:
        backup:
          description: Save everything.
          params:
            path: {type: string}
            keep: {type: integer, default: 3, minimum: 1}
            how: {type: string, enum: [hot, cold], default: hot}
            compression:
              type: object
              properties:
                kind: {type: string, default: gzip}
          required: [path]
        stop-all: {}
      """;

  private static SimulatedUnit deploy(SimulatedJuju juju, CharmScript script) {
    juju.deploy("db", CharmUnderTest.scripted(DATABASE, script));
    juju.settle();
    return juju.unit("db/0");
  }

  private static SimulatedUnit deployWithAction(SimulatedJuju juju, CharmScript action) {
    return deploy(
        juju,
        hook -> {
          if (hook.environment().containsKey("JUJU_ACTION_NAME")) {
            action.run(hook);
          }
        });
  }

  private static ActionResult backup(SimulatedUnit unit) {
    return unit.runAction("backup", Map.of("path", "/srv"));
  }

  @SimulatedJujuTest
  void tellsTheOperatorWhatItDid(SimulatedJuju juju) {
    SimulatedUnit unit =
        deployWithAction(
            juju,
            hook -> {
              hook.text("action-log", "half", "way");
              hook.text("action-set", "size.bytes=12", "size.files=2", "where=x", "where.path=y");
              hook.print("saving");
              hook.printError("slowly");
            });

    assertEquals(
        new ActionResult(
            "backup",
            "2",
            ActionStatus.COMPLETED,
            "",
            Map.of(
                "size",
                Map.of("bytes", "12", "files", "2"),
                "where",
                Map.of("path", "y"),
                "stdout",
                "saving\n",
                "stderr",
                "slowly\n",
                "return-code",
                0),
            List.of("half way")),
        backup(unit));
  }

  @SimulatedJujuTest
  void hasTheDefaultsOfItsParameters(SimulatedJuju juju) {
    SimulatedUnit unit =
        deployWithAction(
            juju,
            hook -> hook.text("action-set", "seen=" + hook.text("action-get", "--format=json")));

    ActionResult result = unit.runAction("backup", Map.of("path", "/srv", "keep", 5));

    assertEquals(
        "{\"compression\":{\"kind\":\"gzip\"},\"how\":\"hot\",\"keep\":5,\"path\":\"/srv\"}",
        result.results().get("seen"));
  }

  @SimulatedJujuTest
  void takesPatternsAsJujuDoesAndNotAsJava(SimulatedJuju juju) {
    juju.deploy(
        "db",
        CharmUnderTest.scripted(
            """
            name: database
            actions:
              tag: {params: {as: {type: string, pattern: "^[a-z]+$"}}}
            """,
            IDLE));
    juju.settle();

    ActionResult without = juju.unit("db/0").runAction("tag", Map.of("as", "new"));
    ActionResult with = juju.unit("db/0").runAction("tag", Map.of("as", "new\n"));

    assertEquals(ActionStatus.COMPLETED, without.status());
    assertEquals(
        "cannot run \"tag\" action: validation failed: (root).as : has an invalid format, given new\n",
        with.message());
  }

  @SimulatedJujuTest
  void runsWithTheEnvironmentOfAnAction(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    unit.runAction("stop-all");
    unit.runAction("stop-all");

    HookRecord run = unit.hooks().get(unit.hooks().size() - 1);

    assertEquals("db/0 action stop-all", run.toString());
    Map<String, String> environment = run.environment();
    assertEquals("", environment.get("JUJU_HOOK_NAME"));
    assertEquals("actions/stop-all", environment.get("JUJU_DISPATCH_PATH"));
    assertEquals("stop-all", environment.get("JUJU_ACTION_NAME"));
    assertEquals("4", environment.get("JUJU_ACTION_UUID"));
    assertEquals("action-4", environment.get("JUJU_ACTION_TAG"));
    assertTrue(environment.getOrDefault("JUJU_CONTEXT_ID", "").startsWith("db/0-stop-all-"));
  }

  @SimulatedJujuTest
  void doesNotStartWithParametersThatDoNotFit(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    int before = unit.hooks().size();

    ActionResult result =
        unit.runAction("backup", Map.of("path", 2, "keep", 0, "how", "tepid", "extra", "x"));

    assertEquals(ActionStatus.ERROR, result.status());
    assertEquals(
        "cannot run \"backup\" action: validation failed:"
            + " (root) : additional property \"extra\" is not allowed,"
            + " given map[compression, extra, how, keep, path];"
            + " (root).how : must match one of the enum values [hot, cold], given tepid;"
            + " (root).keep : must be greater than or equal to 1, given 0;"
            + " (root).path : must be of type string, given 2",
        result.message());
    assertEquals(
        "cannot run \"backup\" action: validation failed: (root) : \"path\" property is missing"
            + " and required, given map[compression, how, keep]",
        unit.runAction("backup").message());
    assertEquals(before, unit.hooks().size());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void juju3LetsUndeclaredParametersThrough(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);

    assertTrue(unit.runAction("backup", Map.of("path", "/srv", "extra", "x")).completed());
  }

  @SimulatedJujuTest
  void commitsWhatItWroteEvenIfItSaysThatItFailed(SimulatedJuju juju) {
    SimulatedUnit unit =
        deployWithAction(
            juju,
            hook -> {
              hook.setState("tried", "yes");
              hook.text("action-fail", "no disk");
              hook.text("action-set", "free=0");
            });

    ActionResult result = backup(unit);

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("no disk", result.message());
    assertEquals(Map.of("free", "0", "return-code", 0), result.results());
    assertEquals(Map.of("tried", "yes"), unit.state());
  }

  @SimulatedJujuTest
  void failsWithoutBringingItsUnitDown(SimulatedJuju juju) {
    SimulatedUnit unit =
        deployWithAction(
            juju,
            hook -> {
              hook.setState("tried", "yes");
              throw hook.exit(7);
            });

    ActionResult result = backup(unit);

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("exit status 7", result.message());
    assertEquals(Map.of("return-code", 7), result.results());
    assertEquals(Map.of(), unit.state());
    assertEquals(new WorkloadStatus("idle", ""), unit.agentStatus());
    assertEquals(List.of(), juju.settle());
  }

  @SimulatedJujuTest
  void failsIfItsCommitIsRefused(SimulatedJuju juju) {
    SimulatedUnit unit =
        deployWithAction(
            juju,
            hook -> {
              hook.setState("tried", "yes");
              hook.printError("slowly");
            });
    unit.refuseCommit("backup", "quota");

    ActionResult result = backup(unit);

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("committing requested changes failed", result.message());
    assertEquals(Map.of("stderr", "slowly\n\nquota", "return-code", 1), result.results());
    assertEquals(Map.of(), unit.state());
  }

  @SimulatedJujuTest
  void runsWhileItsUnitIsInError(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju, IDLE);
    unit.failNext("update-status").updateStatus().runNextHook();
    WorkloadStatus error = new WorkloadStatus("error", "hook failed: \"update-status\"");
    assertEquals(error, unit.agentStatus());

    assertTrue(backup(unit).completed());
    assertEquals(error, unit.agentStatus());
  }

  @SimulatedJujuTest
  void failsWhenTheAgentDiesUnderIt(SimulatedJuju juju) {
    SimulatedUnit unit = deployWithAction(juju, hook -> hook.setState("tried", "yes"));
    unit.crashAfterCommit("backup");

    ActionResult result = backup(unit);

    assertEquals("action terminated", result.message());
    assertEquals(Map.of("tried", "yes"), unit.state());
    assertEquals(
        HookOutcome.CRASHED_AFTER_COMMIT, unit.hooks().get(unit.hooks().size() - 1).outcome());
  }

  @SimulatedJujuTest
  void doesNotShowItsResultsToWhoeverPrintsIt(SimulatedJuju juju) {
    SimulatedUnit unit =
        deployWithAction(juju, hook -> hook.text("action-set", "password=hush", "user=me"));

    assertFalse(backup(unit).toString().contains("hush"));
  }

  @SimulatedJujuTest
  void refusesWhatAnOperatorCannotRun(SimulatedJuju juju) {
    juju.deploy("db", CharmUnderTest.scripted(DATABASE, IDLE));
    SimulatedUnit unit = juju.unit("db/0");

    assertEquals(
        List.of(
            "Action \"stop-all\" of \"db/0\" has to wait for the hook \"install\", which is queued;"
                + " run that first"),
        complaints(() -> unit.runAction("stop-all")));
    unit.runUntil("config-changed");
    assertEquals(
        List.of(
            "Action \"stop-all\" of \"db/0\" has to wait for the hook \"start\", which is queued;"
                + " run that first"),
        complaints(() -> unit.runAction("stop-all")));
    unit.settle();
    assertEquals(
        List.of("Application \"db\" has no action \"restore\"; it has [backup, stop-all]"),
        complaints(() -> unit.runAction("restore")));
    assertEquals(
        List.of(
            "Parameter \"path\" of action \"backup\" is a Object; an operator gives texts,"
                + " numbers, true or false, lists and maps"),
        complaints(() -> unit.runAction("backup", Map.of("path", new Object()))));
  }

  @SimulatedJujuTest
  void listsEverythingWrongWithTheActionsOfACharm(SimulatedJuju juju) {
    assertEquals(
        List.of(
            "Action \"Back_up\" is not lower-case words, such as \"backup\"",
            "Parameter \"path\" of action \"Back_up\" is no schema; write \"path: {type: string}\"",
            "Action \"juju-x\" uses a name that Juju keeps to itself",
            "Parameter \"n\" of action \"juju-x\" has type \"int\"; Juju knows array, boolean,"
                + " integer, null, number, object, string",
            "Parameter \"n\" of action \"look\" has pattern \"(?=a)\"; Juju says error parsing regexp:"
                + " invalid or unsupported Perl syntax: `(?=`",
            "Parameter \"n\" of action \"look\" has pattern \"[b\"; Juju says error parsing regexp:"
                + " missing closing ]: `[b`"),
        complaints(
            () ->
                CharmUnderTest.scripted(
                    """
                    name: database
                    actions:
                      Back_up: {params: {path: string}}
                      juju-x: {params: {n: {type: int}}}
                      look: {params: {n: {pattern: "(?=a)", items: {pattern: "[b"}}}}
                    """,
                    IDLE)));
  }

  private static List<String> complaints(Executable action) {
    return assertThrows(ImpossibleWorldException.class, action).complaints();
  }
}
