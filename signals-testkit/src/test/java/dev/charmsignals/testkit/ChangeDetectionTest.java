package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.List;
import java.util.Map;

/** When a databag counts as changed (contract sections 5.3 and 5.5). */
class ChangeDetectionTest {

  private static SimulatedRelation related(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();
    return relation;
  }

  private static List<String> settled(SimulatedJuju juju) {
    return juju.settle().stream().map(Object::toString).toList();
  }

  @SimulatedJujuTest
  void missesAValueThatChangedAndChangedBackInJuju4(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);

    relation.tamper("p/0", Map.of("k", "v")).tamper("p/0", Map.of("k", ""));

    assertEquals(List.of(), settled(juju));
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void noticesAValueThatChangedAndChangedBackInJuju3(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);

    relation.tamper("p/0", Map.of("k", "v")).tamper("p/0", Map.of("k", ""));

    assertEquals(List.of("r/0 channel-relation-changed p/0"), settled(juju));
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void ignoresEqualValuesInJuju3(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    relation.tamper("p/0", Map.of("k", "v"));
    juju.settle();

    relation.tamper("p/0", Map.of("k", "v"));

    assertEquals(List.of(), settled(juju));
  }

  @SimulatedJujuTest
  void noticesWhatWasWrittenWhileTheHookForItRan(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();
    relation.tamper("p/0", Map.of("k", "first"));
    juju.unit("r/0")
        .beforeCommit(
            "channel-relation-changed", () -> relation.tamper("p/0", Map.of("k", "second")));

    assertEquals(
        List.of("r/0 channel-relation-changed p/0", "r/0 channel-relation-changed p/0"),
        settled(juju));
  }

  @SimulatedJujuTest
  void comesOnceMoreWithoutNewsWhenTheHookReadWhatWasYetToBeAnnounced(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("channel-relation-changed")) {
                hook.status("active", hook.get("p/0", "k"));
              }
            }));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();
    relation.tamper("p/0", Map.of("k", "first"));
    juju.unit("r/0")
        .beforeCommand(
            "channel-relation-changed",
            "relation-get",
            () -> relation.tamper("p/0", Map.of("k", "second")));

    assertEquals("second", juju.unit("r/0").runNextHook().orElseThrow().status().message());
    assertEquals(List.of("r/0 channel-relation-changed p/0"), settled(juju));
  }

  @SimulatedJujuTest
  void losesAndInventsWakeUpsOnDemand(SimulatedJuju juju) {
    SimulatedRelation relation = related(juju);
    relation.tamper("p/0", Map.of("k", "v"));
    juju.unit("r/0").loseWakeUps();
    assertEquals(List.of(), settled(juju));

    juju.unit("r/0").wakeWithoutNews(relation, "p/0");

    assertEquals(List.of("r/0 channel-relation-changed p/0"), settled(juju));
  }

  @SimulatedJujuTest
  void joinsUnitsInTheOrderOfTheirNamesAsText(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(11);
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.unit("r/0").hold();
    juju.settle();
    juju.unit("r/0").release();
    juju.settle();

    assertEquals(
        List.of("p/0", "p/1", "p/10", "p/2", "p/3", "p/4", "p/5", "p/6", "p/7", "p/8", "p/9"),
        juju.unit("r/0").hooks().stream()
            .filter(record -> record.hook().name().endsWith("joined"))
            .map(record -> record.hook().remoteUnit())
            .toList());
  }

  @SimulatedJujuTest
  void visitsRelationsInAnyOrderButPeersLast(SimulatedJuju juju) {
    juju.deploy(
            "a",
            CharmUnderTest.scripted(
                """
                name: a
                requires:
                  one: {interface: signals}
                  two: {interface: signals}
                peers:
                  cluster: {interface: cluster}
                """,
                IDLE))
        .scale(2);
    juju.deploy("p", p(IDLE));
    juju.integrate("p", "a:one");
    juju.integrate("p", "a:two");
    juju.unit("a/0").hold();
    juju.settle();

    juju.unit("a/0").runUntil("start");

    assertEquals(
        List.of("one-relation-joined p/0", "two-relation-joined p/0"),
        juju.unit("a/0").due().stream().map(Object::toString).sorted().toList());
    juju.unit("a/0").settle();
    List<String> names = juju.unit("a/0").hookNames();
    assertEquals(
        List.of("cluster-relation-joined a/1", "cluster-relation-changed a/1"),
        names.subList(names.size() - 2, names.size()));
  }

  @SimulatedJujuTest
  void letsOthersJoinAUnitThatHasRunNothingForTheRelation(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    juju.settle();
    SimulatedRelation relation = juju.integrate("p", "r");

    juju.unit("p/0").enterRelations();
    juju.unit("r/0").settle();

    assertEquals(
        Map.of("ingress-address", "10.0.0.0", "egress-subnets", "10.0.0.0/32"),
        relation.bag("p/0"));
    assertEquals(
        List.of(
            "channel-relation-created p",
            "channel-relation-joined p/0",
            "channel-relation-changed p/0"),
        juju.unit("r/0").hookNames().stream().filter(name -> name.startsWith("channel")).toList());
    assertEquals(
        List.of("channel-relation-created r"),
        juju.unit("p/0").due().stream().map(Object::toString).toList());
  }

  @SimulatedJujuTest
  void letsOtherHooksComeBetweenJoinedAndChanged(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(2).leader("p/1");
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.unit("r/0").settle();
    SimulatedUnit unit = juju.unit("p/0");
    unit.runUntil("channel-relation-joined");

    juju.application("p").leader("p/0").config("motto", "new");

    assertEquals(
        List.of("leader-elected", "config-changed", "channel-relation-changed r/0"),
        unit.settle().stream().map(record -> record.hook().toString()).toList());
  }
}
