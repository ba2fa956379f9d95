package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.peers;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.world.Hook;
import java.util.List;

/** The worked examples of contract section 5.10, and the start of a unit (5.2). */
class HookOrderTest {

  /** Writes unit and application data in relation-created. */
  private static final CharmScript WRITES_BOTH =
      hook -> {
        if (hook.is("channel-relation-created")) {
          hook.set("a", "1");
          hook.setForApplication("b", "2");
        }
      };

  private static List<String> afterStart(SimulatedUnit unit) {
    List<String> names = unit.hookNames();
    return names.subList(names.indexOf("start") + 1, names.size());
  }

  @SimulatedJujuTest
  void startsALeaderWithItsPeersBeforeItsConfiguration(SimulatedJuju juju) {
    juju.deploy("a", peers(IDLE));

    juju.settle();

    assertEquals(
        List.of(
            "install", "cluster-relation-created a", "leader-elected", "config-changed", "start"),
        juju.unit("a/0").hookNames());
  }

  @SimulatedJujuTest
  void startsAFollowerWithoutElectingIt(SimulatedJuju juju) {
    juju.deploy("a", peers(IDLE)).scale(2).leader("a/0");

    juju.unit("a/1").settle();

    assertEquals(
        List.of("install", "cluster-relation-created a", "config-changed", "start"),
        juju.unit("a/1").hookNames());
  }

  @SimulatedJujuTest
  void showsEarlyDataBeforeTheUnitJoins(SimulatedJuju juju) {
    juju.deploy("p", p(WRITES_BOTH));
    juju.deploy("r", r(IDLE));
    juju.settle();
    juju.integrate("p:channel", "r:channel");

    juju.unit("p/0").settle();
    juju.settle();

    assertEquals(
        List.of(
            "channel-relation-created p",
            "channel-relation-changed p",
            "channel-relation-joined p/0",
            "channel-relation-changed p/0"),
        afterStart(juju.unit("r/0")));
  }

  @SimulatedJujuTest
  void showsLateDataInChangesOfItsOwn(SimulatedJuju juju) {
    juju.deploy("p", p(WRITES_BOTH));
    juju.deploy("r", r(IDLE));
    juju.settle();
    juju.integrate("p:channel", "r:channel");

    juju.unit("p/0").enterRelations();
    juju.unit("r/0").settle();
    juju.settle();

    assertEquals(
        List.of(
            "channel-relation-created p",
            "channel-relation-joined p/0",
            "channel-relation-changed p/0",
            "channel-relation-changed p",
            "channel-relation-changed p/0"),
        afterStart(juju.unit("r/0")));
  }

  @SimulatedJujuTest
  void mergesWhatWasWrittenWhileTheReaderWasBusy(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("update-status")) {
                hook.setState("count", hook.state("count") + "x");
                hook.text("relation-set", "-r", "0", "count=" + hook.state("count"));
                hook.text("relation-set", "-r", "0", "--app", "count=" + hook.state("count"));
              }
            }));
    juju.deploy("r", r(IDLE));
    juju.integrate("p:channel", "r:channel");
    juju.settle();
    juju.unit("r/0").hold();
    int before = juju.unit("r/0").hooks().size();

    for (int i = 0; i < 5; i++) {
      juju.unit("p/0").updateStatus().settle();
    }
    juju.unit("r/0").release();
    juju.settle();

    List<String> names = juju.unit("r/0").hookNames();
    assertEquals(
        List.of("channel-relation-changed p", "channel-relation-changed p/0"),
        names.subList(before, names.size()));
  }

  @SimulatedJujuTest
  void staysSilentAboutEqualValues(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.hook().isRelation() || hook.is("update-status")) {
                hook.text("relation-set", "-r", "0", "same=value");
              }
            }));
    juju.deploy("r", r(IDLE));
    juju.integrate("p:channel", "r:channel");
    juju.settle();
    int before = juju.hooks().size();

    juju.unit("p/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of("p/0 update-status"),
        juju.hooks().stream().skip(before).map(Object::toString).toList());
  }

  @SimulatedJujuTest
  void startsANewUnitAndThenJoinsBothSides(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    juju.integrate("p:channel", "r:channel");
    juju.settle();
    int before = juju.unit("r/0").hooks().size();

    juju.application("p").scale(2);
    juju.settle();

    List<String> names = juju.unit("r/0").hookNames();
    assertEquals(
        List.of("channel-relation-joined p/1", "channel-relation-changed p/1"),
        names.subList(before, names.size()));
    assertEquals(
        List.of(
            "install",
            "channel-relation-created r",
            "config-changed",
            "start",
            "channel-relation-joined r/0",
            "channel-relation-changed r/0"),
        juju.unit("p/1").hookNames());
  }

  @SimulatedJujuTest
  void tellsEveryPeerOfTheApplicationsBagAndItsWriterToo(SimulatedJuju juju) {
    juju.deploy(
            "a",
            peers(
                hook -> {
                  if (hook.is("update-status")) {
                    hook.text("relation-set", "-r", "0", "--app", "b=2");
                  }
                }))
        .scale(2)
        .leader("a/1");
    juju.settle();
    int before = juju.hooks().size();

    juju.unit("a/1").updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "a/0 cluster-relation-changed a",
            "a/1 cluster-relation-changed a",
            "a/1 update-status"),
        juju.hooks().stream().skip(before).map(Object::toString).sorted().toList());
  }

  @SimulatedJujuTest
  void departsAndBreaksWhenTheRelationIsRemoved(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrate("p:channel", "r:channel");
    juju.settle();
    int before = juju.unit("r/0").hooks().size();

    relation.remove();
    juju.settle();

    List<Hook> hooks =
        juju.unit("r/0").hooks().stream().skip(before).map(record -> record.hook()).toList();
    assertEquals(
        List.of("channel-relation-departed p/0", "channel-relation-broken p"),
        hooks.stream().map(Hook::toString).toList());
    assertEquals(List.of("p/0", ""), hooks.stream().map(Hook::departingUnit).toList());
    assertEquals(List.of(), juju.relations());
  }

  @SimulatedJujuTest
  void tearsAUnitDownBeforeItStops(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    juju.integrate("p:channel", "r:channel");
    juju.settle();
    int before = juju.unit("r/0").hooks().size();
    int beforeOther = juju.unit("p/0").hooks().size();

    juju.unit("r/0").remove();
    juju.settle();

    List<Hook> hooks =
        juju.unit("r/0").hooks().stream().skip(before).map(record -> record.hook()).toList();
    List<Hook> others =
        juju.unit("p/0").hooks().stream().skip(beforeOther).map(record -> record.hook()).toList();
    assertEquals(
        List.of("channel-relation-departed p/0", "channel-relation-broken p", "stop", "remove"),
        hooks.stream().map(Hook::toString).toList());
    assertEquals("r/0", hooks.get(0).departingUnit());
    assertEquals(
        List.of("channel-relation-departed r/0"), others.stream().map(Hook::toString).toList());
    assertEquals("r/0", others.get(0).departingUnit());
  }

  @SimulatedJujuTest
  void retriesAFailedJoinAndShowsTheNewestDataInItsChange(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(
        "p",
        p(
            hook -> {
              if (hook.is("update-status")) {
                hook.text("relation-set", "-r", "0", "news=newest");
              }
            }));
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("channel-relation-changed")) {
                hook.status("active", hook.get("p/0", "news"));
              }
            }));
    juju.integrate("p:channel", "r:channel");
    juju.unit("r/0").failNext("channel-relation-joined");
    juju.settle();

    juju.unit("p/0").updateStatus().settle();
    juju.unit("r/0").resolve();
    juju.settle();

    assertEquals(
        List.of(
            "channel-relation-created p",
            "channel-relation-joined p/0",
            "channel-relation-joined p/0",
            "channel-relation-changed p/0"),
        withoutStartUp(juju.unit("r/0")));
    assertEquals("newest", juju.unit("r/0").status().message());
  }

  private static List<String> withoutStartUp(SimulatedUnit unit) {
    return unit.hookNames().stream().filter(name -> name.startsWith("channel-")).toList();
  }
}
