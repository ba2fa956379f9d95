package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ReadRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a hook's writes and reads can see, and when (contract sections 4.1 to 4.5). */
class VisibilityTest {

  private static final Map<String, String> ADDRESSES_OF_P0 =
      Map.of("ingress-address", "10.0.0.0", "egress-subnets", "10.0.0.0/32");

  private static CharmScript inUpdateStatus(CharmScript script) {
    return hook -> {
      if (hook.is("update-status")) {
        script.run(hook);
      }
    };
  }

  private static HookRecord updateStatus(SimulatedUnit unit) {
    return unit.updateStatus().run("update-status");
  }

  /** Runs a hook of r/0 that comes before any relation's. */
  private static HookRecord configChanged(SimulatedJuju juju) {
    juju.application("r").config("motto", "number " + juju.hooks().size());
    return juju.unit("r/0").run("config-changed");
  }

  @SimulatedJujuTest
  void keepsAHooksWritesFromOthersUntilItsCommit(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy(
        "p",
        p(
            inUpdateStatus(
                hook -> {
                  hook.text("relation-set", "-r", "0", "a=1");
                  hook.setState("b", "2");
                  seen.add(hook.text("relation-get", "-r", "0", "a", "p/0"));
                  seen.add(hook.state("b"));
                  seen.add(juju.relation(0).bag("p/0").toString());
                  seen.add(juju.unit("p/0").state().toString());
                })));
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();

    HookRecord record = updateStatus(juju.unit("p/0"));

    assertEquals(
        List.of("1", "2", "{egress-subnets=10.0.0.0/32, ingress-address=10.0.0.0}", "{}"), seen);
    assertEquals(
        List.of(
            new Change("channel:0 p/0", "a", Optional.empty(), Optional.of("1")),
            new Change("state", "b", Optional.empty(), Optional.of("2"))),
        record.changes());
    assertEquals("1", juju.relation(0).bag("p/0").get("a"));
    assertEquals(Map.of("b", "2"), juju.unit("p/0").state());
  }

  @SimulatedJujuTest
  void forgetsAFailedHooksWritesButNotItsStatus(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(
        "p",
        p(
            inUpdateStatus(
                hook -> {
                  hook.text("relation-set", "-r", "0", "a=1");
                  hook.text("relation-set", "-r", "0", "--app", "a=1");
                  hook.setState("b", "2");
                  hook.text("open-port", "80/tcp");
                  hook.status("blocked", "broken");
                  hook.text("application-version-set", "1.2");
                  throw hook.exit(1);
                })));
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();

    HookRecord record = updateStatus(juju.unit("p/0"));

    assertEquals(HookOutcome.FAILED, record.outcome());
    assertEquals(List.of(), record.changes());
    assertEquals(ADDRESSES_OF_P0, juju.relation(0).bag("p/0"));
    assertEquals(Map.of(), juju.relation(0).bag("p"));
    assertEquals(Map.of(), juju.unit("p/0").state());
    assertEquals(Set.of(), juju.unit("p/0").facts().openedPorts());
    assertEquals(new WorkloadStatus("blocked", "broken"), juju.unit("p/0").status());
    assertEquals("1.2", juju.application("p").version());
  }

  @SimulatedJujuTest
  void showsAMembersOldBagUntilThatMembersOwnHook(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy("p", p(IDLE)).scale(2);
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("config-changed") && !hook.config("motto").isEmpty()
                  || hook.is("channel-relation-changed")) {
                seen.add(hook.hook() + ": " + hook.text("relation-get", "-r", "0", "a", "p/0"));
              }
            }));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();
    seen.clear();

    relation.tamper("p/0", Map.of("a", "new"));
    HookRecord stale = configChanged(juju);
    relation.tamper("p/1", Map.of("b", "other"));
    juju.unit("r/0").settle();

    assertEquals(List.of(new ReadRecord("channel:0", "p/0", true)), stale.reads());
    assertEquals("config-changed: ", seen.get(0));
    assertEquals("channel-relation-changed p/0: new", seen.get(1));
  }

  @SimulatedJujuTest
  void fetchesAMembersBagAfreshWhenTheAgentWasRestarted(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy("p", p(IDLE));
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("config-changed") && !hook.config("motto").isEmpty()
                  || hook.is("channel-relation-changed")) {
                seen.add(hook.text("relation-get", "-r", "0", "a", "p/0"));
              }
            }));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();
    seen.clear();
    relation.tamper("p/0", Map.of("a", "new"));

    configChanged(juju);
    juju.unit("r/0").restartAgent();
    juju.unit("r/0").loseWakeUps();
    configChanged(juju);

    assertEquals(List.of("", "new"), seen);
  }

  @SimulatedJujuTest
  void readsAnApplicationsBagAfreshInEachHookAndOnceInIt(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy("p", p(IDLE));
    juju.deploy(
        "r",
        r(
            inUpdateStatus(
                hook -> {
                  seen.add(hook.text("relation-get", "-r", "0", "--app", "a", "p"));
                  juju.relation(0).tamper("p", Map.of("a", "newer"));
                  seen.add(hook.text("relation-get", "-r", "0", "--app", "a", "p"));
                })));
    juju.integrate("p", "r");
    juju.settle();
    juju.relation(0).tamper("p", Map.of("a", "new"));

    juju.unit("r/0").loseWakeUps();
    updateStatus(juju.unit("r/0"));
    juju.unit("r/0").loseWakeUps();
    updateStatus(juju.unit("r/0"));

    assertEquals(List.of("new", "new", "newer", "newer"), seen);
  }

  @SimulatedJujuTest
  void listsJoinedUnitsWithTheJoiningAndWithoutTheDepartingOne(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy("p", p(IDLE)).scale(2);
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.hook().isRelation()) {
                seen.add(
                    hook.hook()
                        + " "
                        + hook.text("relation-list", "--format=json")
                        + " "
                        + hook.text("relation-ids", "channel", "--format=json"));
              }
            }));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.unit("p/0").settle();
    juju.unit("p/1").settle();

    juju.unit("r/0").settle();
    relation.remove();
    juju.unit("r/0").settle();

    assertEquals(
        List.of(
            "channel-relation-created p [] [\"channel:0\"]",
            "channel-relation-joined p/0 [\"p/0\"] [\"channel:0\"]",
            "channel-relation-changed p/0 [\"p/0\"] [\"channel:0\"]",
            "channel-relation-joined p/1 [\"p/0\",\"p/1\"] [\"channel:0\"]",
            "channel-relation-changed p/1 [\"p/0\",\"p/1\"] [\"channel:0\"]",
            "channel-relation-departed p/0 [\"p/1\"] [\"channel:0\"]",
            "channel-relation-departed p/1 [] []",
            "channel-relation-broken p [] []"),
        seen);
  }

  @SimulatedJujuTest
  void showsADepartedUnitsLastWords(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy("p", p(hook -> hook.text("relation-ids", "channel")));
    juju.deploy(
        "r",
        r(
            hook -> {
              if (hook.is("channel-relation-departed")) {
                seen.add(hook.get(hook.hook().remoteUnit(), "last"));
              }
            }));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();
    relation.tamper("p/0", Map.of("last", "words"));

    juju.unit("r/0").loseWakeUps();
    juju.unit("p/0").remove().settle();
    juju.settle();

    assertEquals(List.of("words"), seen);
  }

  @SimulatedJujuTest
  void knowsNoRelationInInstall(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    juju.deploy(
        "a",
        TwoCharms.peers(
            hook -> {
              if (hook.is("install")) {
                seen.add(hook.text("relation-ids", "cluster", "--format=json"));
                seen.add(
                    new String(
                        hook.run("relation-get", "-r", "0", "-", "a/0").stderr(),
                        StandardCharsets.UTF_8));
              }
            }));

    juju.settle();

    assertEquals(
        List.of("[]", "ERROR invalid value \"0\" for option -r: relation not found\n"), seen);
  }
}
