package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One transaction ends a hook: all of it, or nothing (contract sections 4.1, 4.2 and 1.7). */
class CommitTest {

  /** Counts in charm state, in its own bag and in its application's, in each update-status. */
  private static final CharmScript COUNTS =
      hook -> {
        if (hook.is("update-status")) {
          String count = hook.state("count") + "x";
          hook.setState("count", count);
          hook.text("relation-set", "-r", "0", "count=" + count);
          if (hook.isLeader()) {
            hook.text("relation-set", "-r", "0", "--app", "count=" + count);
          }
          hook.status("active", count);
        }
      };

  private static final List<String> OLDER_WORDS =
      List.of(
          "ERROR max allowed key length (256) exceeded quota limit exceeded\n",
          "ERROR max allowed value length (65536) exceeded quota limit exceeded\n");

  private static SimulatedUnit counter(SimulatedJuju juju) {
    juju.deploy("p", p(COUNTS)).scale(2).leader("p/0");
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();
    return juju.unit("p/0").updateStatus();
  }

  private static List<String> counts(SimulatedJuju juju) {
    return List.of(
        juju.unit("p/0").state().getOrDefault("count", ""),
        juju.relation(0).bag("p/0").getOrDefault("count", ""),
        juju.relation(0).bag("p").getOrDefault("count", ""));
  }

  private static HookRecord last(SimulatedUnit unit) {
    return unit.hooks().get(unit.hooks().size() - 1);
  }

  @SimulatedJujuTest
  void commitsBagsAndStateTogether(SimulatedJuju juju) {
    counter(juju).run("update-status");

    assertEquals(List.of("x", "x", "x"), counts(juju));
  }

  @SimulatedJujuTest
  void refusesEverythingWhenLeadershipIsLostBeforeTheCommit(SimulatedJuju juju) {
    SimulatedUnit unit = counter(juju);
    unit.beforeCommit("update-status", () -> juju.application("p").leader("p/1"));

    HookRecord record = unit.run("update-status");

    assertEquals(HookOutcome.REFUSED, record.outcome());
    assertEquals(
        Optional.of("checking leadership continuity: \"p/0\" is not leader of \"p\""),
        record.refusal());
    assertEquals(List.of("", "", ""), counts(juju));
    assertEquals(new WorkloadStatus("active", "x"), unit.status());
    assertEquals(new WorkloadStatus("error", "hook failed: \"update-status\""), unit.agentStatus());
  }

  @SimulatedJujuTest
  void commitsUnderAnotherLeaderWhatNeedsNoLease(SimulatedJuju juju) {
    counter(juju);
    SimulatedUnit follower = juju.unit("p/1").updateStatus();
    follower.beforeCommit("update-status", () -> juju.application("p").noLeader());

    assertEquals(HookOutcome.COMMITTED, follower.run("update-status").outcome());
    assertEquals(Map.of("count", "x"), follower.state());
  }

  @SimulatedJujuTest
  void refusesEverythingWhenTheRelationIsGone(SimulatedJuju juju) {
    SimulatedUnit unit = counter(juju);
    unit.beforeCommit("update-status", () -> juju.relation(0).removeByForce());

    HookRecord record = unit.run("update-status");

    assertEquals(Optional.of("relation 0 not found"), record.refusal());
    assertEquals(Map.of(), unit.state());
  }

  @SimulatedJujuTest
  void refusesABagOfMoreThanSixteenMebibytes(SimulatedJuju juju) {
    String mebibyte = "m".repeat(1024 * 1024);
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("channel-relation-created")) {
                hook.setState("tried", "yes");
                for (int i = 0; i < 16; i++) {
                  hook.set("k" + i, mebibyte);
                }
              }
            }));
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");

    HookRecord record = juju.unit("p/0").runUntil("channel-relation-created");

    assertEquals(
        Optional.of(
            "checking relation unit settings size: max allowed total size (16777216): quota limit"
                + " exceeded"),
        record.refusal());
    assertEquals(Map.of(), juju.unit("p/0").state());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void refusesTooMuchCharmStateInJuju3(SimulatedJuju juju) {
    String value = "v".repeat(65_000);
    juju.deploy(
        "p",
        p(
            hook -> {
              for (int i = 0; i < 33; i++) {
                hook.setState("k" + i, value);
              }
            }));

    assertEquals(HookOutcome.REFUSED, juju.unit("p/0").runNextHook().orElseThrow().outcome());
  }

  @SimulatedJujuTest
  void saysInTheWordsOfJuju4WhatIsTooLongForCharmState(SimulatedJuju juju) {
    assertEquals(
        List.of(
            "ERROR max allowed key length (256): quota limit exceeded\n",
            "ERROR max allowed value length (65536): quota limit exceeded\n"),
        tooLongForState(juju));
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void saysItInTheWordsOfJuju3(SimulatedJuju juju) {
    assertEquals(OLDER_WORDS, tooLongForState(juju));
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_2_9)
  void saysItInTheSameWordsInJuju2(SimulatedJuju juju) {
    assertEquals(OLDER_WORDS, tooLongForState(juju));
  }

  private static List<String> tooLongForState(SimulatedJuju juju) {
    List<String> answers = new ArrayList<>();
    juju.deploy("p", p(IDLE));
    juju.unit("p/0")
        .exec(
            hook -> {
              for (String entry : List.of("k".repeat(257) + "=v", "k=" + "v".repeat(65_537))) {
                answers.add(hook.run("state-set", entry).error());
              }
            });
    return answers;
  }

  @SimulatedJujuTest
  void keepsJujusAddressKeysFromCharmsInJuju4(SimulatedJuju juju) {
    assertEquals(
        Map.of("ingress-address", "10.0.0.0", "egress-subnets", "10.0.0.0/32"),
        bagOfAnImpostor(juju));
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void letsCharmsOverwriteAddressKeysInJuju3UntilConfigChanged(SimulatedJuju juju) {
    assertEquals(
        Map.of(
            "ingress-address", "evil",
            "egress-subnets", "10.0.0.0/32",
            "private-address", "10.0.0.0"),
        bagOfAnImpostor(juju));

    juju.application("p").config("motto", "other");
    juju.settle();
    assertEquals("10.0.0.0", juju.relation(0).bag("p/0").get("ingress-address"));
  }

  private static Map<String, String> bagOfAnImpostor(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("channel-relation-joined")) {
                hook.set("ingress-address", "evil");
              }
            }));
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();
    return juju.relation(0).bag("p/0");
  }

  @SimulatedJujuTest
  void keepsWhatAnotherLeaderWroteUnderOtherKeys(SimulatedJuju juju) {
    SimulatedUnit unit = counter(juju);
    unit.beforeCommit(
        "update-status", () -> juju.relation(0).tamper("p", Map.of("other", "leader's")));

    unit.run("update-status");

    assertEquals(Map.of("count", "x", "other", "leader's"), juju.relation(0).bag("p"));
  }

  @SimulatedJujuTest
  void runsAHookAgainWhoseCommitWasNotNoted(SimulatedJuju juju) {
    SimulatedUnit unit = counter(juju).crashAfterCommit("update-status");

    assertEquals(HookOutcome.CRASHED_AFTER_COMMIT, unit.run("update-status").outcome());
    assertEquals(List.of("x", "x", "x"), counts(juju));
    unit.runNextHook();

    assertEquals(2, last(unit).attempt());
    assertEquals(List.of("xx", "xx", "xx"), counts(juju));
  }

  @SimulatedJujuTest
  void runsAHookAgainThatTheAgentDidNotSurvive(SimulatedJuju juju) {
    SimulatedUnit unit = counter(juju).crashBeforeCommit("update-status");

    assertEquals(HookOutcome.CRASHED_BEFORE_COMMIT, unit.run("update-status").outcome());
    assertEquals(List.of("", "", ""), counts(juju));
    unit.runNextHook();

    assertEquals(List.of("x", "x", "x"), counts(juju));
  }

  @SimulatedJujuTest
  void retriesARefusedHookAgainstFreshData(SimulatedJuju juju) {
    SimulatedUnit unit = counter(juju).refuseCommit("update-status", "no reason");

    juju.settle();

    assertEquals(List.of("x", "x", "x"), counts(juju));
    assertEquals(2, last(unit).attempt());
    assertEquals(new WorkloadStatus("idle", ""), unit.agentStatus());
  }
}
