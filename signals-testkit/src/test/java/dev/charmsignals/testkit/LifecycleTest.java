package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.peers;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Configuration, leadership, refreshes, removals and resumptions (contract sections 5.2 to 5.8).
 */
class LifecycleTest {

  private static List<String> settled(SimulatedJuju juju) {
    return juju.settle().stream().map(Object::toString).toList();
  }

  @SimulatedJujuTest
  void mergesSeveralChangesOfConfiguration(SimulatedJuju juju) {
    juju.deploy("p", p(hook -> hook.status("active", hook.config("motto"))));
    juju.settle();

    juju.application("p").config("motto", "one").config("motto", "two").config("fail", "true");

    assertEquals(List.of("p/0 config-changed"), settled(juju));
    assertEquals(new WorkloadStatus("active", "two"), juju.unit("p/0").status());
    assertEquals(Map.of("motto", "two", "fail", true), juju.application("p").config());
  }

  @SimulatedJujuTest
  void saysNothingOfAnOptionThatWasSetBack(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();

    juju.application("p").config("motto", "one").resetConfig("motto");

    assertEquals(List.of(), settled(juju));
  }

  @SimulatedJujuTest
  void electsTheNextLeaderAndTellsNobodyElse(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(2).leader("p/0");
    juju.settle();

    juju.application("p").leader("p/1");

    assertEquals(List.of("p/1 leader-elected"), settled(juju));
  }

  @SimulatedJujuTest
  void electsTheSameUnitAgainWhenItGetsTheLeaseBack(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();
    juju.application("p").noLeader();
    juju.settle();

    juju.application("p").leader("p/0");

    assertEquals(List.of("p/0 leader-elected"), settled(juju));
  }

  @SimulatedJujuTest
  void handsTheLeaseOnWhenTheLeaderGoes(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(2).leader("p/0");
    juju.settle();

    juju.unit("p/0").remove();

    assertEquals(
        List.of("p/0 remove", "p/0 stop", "p/1 leader-elected"),
        settled(juju).stream().sorted().toList());
    assertFalse(juju.unit("p/0").exists());
  }

  @SimulatedJujuTest
  void upgradesAndThenLooksAtItsConfiguration(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();

    juju.application("p").refresh(p(hook -> hook.status("active", "new")));

    assertEquals(List.of("p/0 upgrade-charm", "p/0 config-changed"), settled(juju));
    assertEquals(new WorkloadStatus("active", "new"), juju.unit("p/0").status());
  }

  @SimulatedJujuTest
  void replacesThePodAtARefreshOnKubernetes(SimulatedJuju juju) {
    juju.deployOnKubernetes("p", p(IDLE));
    juju.settle();

    juju.application("p").refresh(p(IDLE));

    assertEquals(
        List.of("p/0 stop", "p/0 upgrade-charm", "p/0 config-changed", "p/0 start"), settled(juju));
  }

  @SimulatedJujuTest
  void usesUnitNamesAgainOnKubernetesOnly(SimulatedJuju juju) {
    juju.deploy("machine", p(IDLE)).scale(2);
    juju.deployOnKubernetes("pod", p(IDLE)).scale(2);
    juju.settle();

    juju.application("machine").scale(1);
    juju.application("pod").scale(1);
    juju.settle();
    juju.application("machine").scale(2);
    juju.application("pod").scale(2);

    assertEquals(
        List.of("machine/0", "machine/2", "pod/0", "pod/1"),
        List.of(
            juju.application("machine").units().get(0).name(),
            juju.application("machine").units().get(1).name(),
            juju.application("pod").units().get(0).name(),
            juju.application("pod").units().get(1).name()));
    assertEquals(Map.of(), juju.unit("pod/1").state());
  }

  @SimulatedJujuTest
  void leavesAndEntersASuspendedRelationWithAFreshUnitBag(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("channel-relation-joined")) {
                hook.set("k", "v");
              }
            }));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();
    relation.tamper("p", Map.of("app", "stays"));
    juju.settle();
    int before = juju.unit("r/0").hooks().size();

    relation.suspend();
    juju.settle();
    relation.resume();
    juju.unit("p/0").enterRelations();

    assertEquals(
        Map.of("ingress-address", "10.0.0.0", "egress-subnets", "10.0.0.0/32"),
        relation.bag("p/0"));
    juju.unit("r/0").settle();
    List<String> names = juju.unit("r/0").hookNames();
    assertEquals(
        List.of(
            "channel-relation-departed p/0",
            "channel-relation-broken p",
            "channel-relation-created p",
            "channel-relation-changed p",
            "channel-relation-joined p/0",
            "channel-relation-changed p/0"),
        names.subList(before, names.size()));
  }

  @SimulatedJujuTest
  void neverUsesARelationsNumberTwice(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    SimulatedRelation first = juju.integrate("p", "r");
    juju.settle();
    first.remove();
    juju.settle();

    assertEquals(List.of(0, 1), List.of(first.number(), juju.integrate("p", "r").number()));
    assertFalse(first.exists());
  }

  @SimulatedJujuTest
  void breaksNoPeerRelationWhenAUnitGoes(SimulatedJuju juju) {
    juju.deploy("a", peers(IDLE)).scale(2).leader("a/0");
    juju.settle();
    int before = juju.unit("a/1").hooks().size();

    juju.unit("a/1").remove();
    juju.settle();

    List<Hook> hooks =
        juju.unit("a/1").hooks().stream().skip(before).map(record -> record.hook()).toList();
    assertEquals(
        List.of("cluster-relation-departed a/0", "stop", "remove"),
        hooks.stream().map(Hook::toString).toList());
    assertEquals("a/1", hooks.get(0).departingUnit());
    List<String> others = juju.unit("a/0").hookNames();
    assertEquals("cluster-relation-departed a/1", others.get(others.size() - 1));
  }

  @SimulatedJujuTest
  void removesAnApplicationWithEverythingItHad(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(2);
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();

    juju.application("p").remove();
    juju.settle();

    assertFalse(juju.application("p").exists());
    assertEquals(List.of(), juju.relations());
    List<String> names = juju.unit("r/0").hookNames();
    assertEquals("channel-relation-broken p", names.get(names.size() - 1));
  }

  @SimulatedJujuTest
  void removesAUnitThatHasRunNothingWithoutAnyHook(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(2);

    juju.unit("p/1").remove();

    assertFalse(juju.unit("p/1").exists());
    assertEquals(List.of(), juju.hooks());
  }

  @SimulatedJujuTest
  void forgetsTheRemoteApplicationWhenTheAgentRestarts(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy("p", p(IDLE));
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("channel-relation-broken")) {
                seen.add(hook.environment().get("JUJU_REMOTE_APP"));
                seen.add(hook.text("relation-list", "--app"));
              }
            }));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();

    juju.unit("r/0").restartAgent();
    relation.remove();
    juju.settle();

    assertEquals(List.of("", "p"), seen);
  }

  @SimulatedJujuTest
  void absorbsUpdateStatusInAnyOtherHook(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();

    juju.unit("p/0").updateStatus();
    juju.application("p").config("motto", "one");

    assertEquals(List.of("p/0 config-changed"), settled(juju));
  }

  @SimulatedJujuTest
  void showsAnotherModelsUnitsUnderAnAlias(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("channel-relation-changed")) {
                hook.status("active", hook.get(hook.hook().remoteUnit(), "k"));
              }
            }));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrateAcrossModels("p:channel", "r:channel");
    juju.settle();
    relation.tamper("r/0", Map.of("k", "from afar"));

    List<String> names = settled(juju);

    assertEquals(1, names.size());
    assertEquals(
        "p/0 channel-relation-changed remote-HEX/0",
        names.get(0).replaceAll("remote-[0-9a-f]{32}", "remote-HEX"));
    assertEquals("from afar", juju.unit("p/0").status().message());
    assertEquals(
        List.of("channel-relation-joined p/0"),
        juju.unit("r/0").hookNames().stream().filter(name -> name.contains("joined")).toList());
  }
}
