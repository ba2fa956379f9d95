package dev.charmsignals.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;
import java.util.Map;

/** How a server of two units hears that a client is gone, however that went. */
class ReleaseTest {

  private static final List<String> UNITS = List.of("postgresql/0", "postgresql/1");

  private final ServerCharm.Bench server = new ServerCharm.Bench();
  private SimulatedRelation relation;

  private void relate(SimulatedJuju juju) {
    relate(juju, server.charm());
  }

  private void relate(SimulatedJuju juju, CharmUnderTest charm) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("postgresql", charm).addUnit();
    juju.deploy("app", Stage.in(juju).charm());
    juju.settle();
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
  }

  private static void look(SimulatedJuju juju) {
    UNITS.forEach(unit -> juju.unit(unit).updateStatus());
    juju.settle();
  }

  private List<String> told() {
    List<String> told = server.released.stream().sorted().toList();
    server.released.clear();
    return told;
  }

  private String gone(String unit) {
    return unit + ": app on db:" + relation.number() + " broken";
  }

  private List<String> goneForAll() {
    return UNITS.stream().map(this::gone).toList();
  }

  private static List<Map<String, String>> states(SimulatedJuju juju) {
    return UNITS.stream().map(unit -> juju.unit(unit).state()).toList();
  }

  private Map<String, String> remembered() {
    return Map.of("charm-signals/.postgresql/db/" + relation.number(), "app");
  }

  @SimulatedJujuTest
  void everyUnitReleasesAClientThatWasRemovedByForceOnce(SimulatedJuju juju) {
    relate(juju);
    assertEquals(List.of(remembered(), remembered()), states(juju));

    relation.removeByForce();
    juju.settle();
    assertEquals(List.of(), told());
    look(juju);

    assertEquals(goneForAll(), told());
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
    look(juju);
    assertEquals(List.of(), told());
  }

  @SimulatedJujuTest
  void releasesAClientWhoseLastHookWasSkipped(SimulatedJuju juju) {
    relate(juju);
    juju.unit("postgresql/0").failNext("db-relation-broken");
    relation.remove();
    juju.settle();
    assertEquals(goneForAll(), told());

    juju.unit("postgresql/0").resolveWithoutRetry();
    look(juju);

    assertEquals(List.of(gone("postgresql/0")), told());
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
  }

  @SimulatedJujuTest
  void releasesNobodyTwiceWhoseLastHookHasRun(SimulatedJuju juju) {
    relate(juju);
    relation.remove();
    juju.settle();
    assertEquals(goneForAll(), told());

    look(juju);

    assertEquals(List.of(), told());
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
  }

  @SimulatedJujuTest
  void releasesAgainWhenTheHookThatDidItFailed(SimulatedJuju juju) {
    relate(juju);
    relation.removeByForce();
    juju.settle();
    juju.unit("postgresql/1").failNext("update-status");

    look(juju);
    assertEquals(goneForAll(), told());
    juju.unit("postgresql/1").resolve();
    juju.settle();

    assertEquals(List.of(gone("postgresql/1")), told());
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
    look(juju);
    assertEquals(List.of(), told());
  }

  @SimulatedJujuTest
  void releasesClientsOfACharmThatRememberedNone(SimulatedJuju juju) {
    relate(juju, CharmUnderTest.scripted(ServerCharm.METADATA, hook -> {}));
    juju.application("postgresql").refresh(server.charm());
    juju.settle();
    assertEquals(List.of(remembered(), remembered()), states(juju));

    relation.removeByForce();
    juju.settle();
    look(juju);

    assertEquals(goneForAll(), told());
  }

  @SimulatedJujuTest
  void keepsClientsApart(SimulatedJuju juju) {
    relate(juju);
    juju.deploy("second", Stage.in(juju).charm());
    SimulatedRelation second = juju.integrate("second:db", "postgresql:db");
    juju.settle();

    relation.removeByForce();
    juju.settle();
    look(juju);

    assertEquals(goneForAll(), told());
    Map<String, String> left = Map.of("charm-signals/.postgresql/db/" + second.number(), "second");
    assertEquals(List.of(left, left), states(juju));
  }

  @SimulatedJujuTest
  void forgetsWhatSomebodyWroteIntoItsState(SimulatedJuju juju) {
    relate(juju);
    juju.unit("postgresql/0")
        .exec(
            hook -> {
              hook.setState("charm-signals/.postgresql/db/zero", "app");
              hook.setState("charm-signals/.postgresql/db/-1", "app");
              hook.setState("charm-signals/.postgresql/db/077", "app");
            });

    look(juju);

    assertEquals(List.of(), told());
    assertEquals(List.of(remembered(), remembered()), states(juju));
  }

  @SimulatedJujuTest
  void remembersAClientWhoseFirstHookWasSkipped(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy("postgresql", server.charm()).addUnit();
    juju.deploy("app", Stage.in(juju).charm());
    juju.settle();
    UNITS.forEach(unit -> juju.unit(unit).failNext("db-relation-created"));
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    UNITS.forEach(unit -> juju.unit(unit).resolveWithoutRetry());
    juju.settle();
    assertEquals(List.of(remembered(), Map.of()), states(juju), "who leads was asked by it");

    look(juju);

    assertEquals(List.of(remembered(), remembered()), states(juju));
  }

  @SimulatedJujuTest
  void readsCharmStateInUpdateStatusAloneWhenNobodyIsGone(SimulatedJuju juju) {
    relate(juju);

    HookRecord leader = juju.unit("postgresql/0").updateStatus().runUntil("update-status");
    HookRecord other = juju.unit("postgresql/1").updateStatus().runUntil("update-status");
    relation.tamper("app/0", Map.of("more", "x"));
    HookRecord leaderChanged = juju.unit("postgresql/0").runUntil("db-relation-changed");
    HookRecord otherChanged = juju.unit("postgresql/1").runUntil("db-relation-changed");

    assertEquals(
        List.of(
            "state-get",
            "relation-ids",
            "is-leader",
            "relation-list", // whose application it is, which a hook of the relation knows
            "relation-get",
            "relation-list",
            "relation-get",
            "relation-get"),
        names(leader));
    assertEquals(List.of("state-get", "relation-ids", "is-leader"), names(other));
    assertEquals(
        List.of("is-leader", "relation-get", "relation-list", "relation-get", "relation-get"),
        names(leaderChanged));
    assertEquals(List.of("is-leader"), names(otherChanged));
  }

  private static List<String> names(HookRecord hook) {
    return hook.commands().stream().map(each -> each.command()).toList();
  }
}
