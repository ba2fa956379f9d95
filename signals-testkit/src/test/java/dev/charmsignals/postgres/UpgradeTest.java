package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A client that takes over from a charm that asked for its database in some other way. */
class UpgradeTest {

  private static final CharmUnderTest OLDER = CharmUnderTest.scripted(Stage.METADATA, hook -> {});

  private static final Map<String, String> ASKED =
      Map.of("database", "mydb", "extensions", "citext,debversion", "roles", "myrole");

  private Stage stage;
  private SimulatedRelation relation;

  /** Relates an older charm of so many units, of which the last has asked in its own bag. */
  private void relateOlder(SimulatedJuju juju, int units) {
    stage = Stage.in(juju);
    juju.deploy("postgresql", Stage.SILENT);
    juju.deploy("app", OLDER).scale(units);
    juju.settle();
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    relation.tamper("app/" + (units - 1), ASKED);
  }

  private Map<String, String> request(String owner) {
    Map<String, String> request = new TreeMap<>(relation.bag(owner));
    request.keySet().retainAll(ASKED.keySet());
    return request;
  }

  @SimulatedJujuTest
  void case35LeaderAsksForTheApplicationWhatItsUnitAskedFor(SimulatedJuju juju) {
    relateOlder(juju, 1);

    stage.application().refresh(stage.charm());
    juju.settle();

    assertEquals(ASKED, request("app"));
    assertEquals(ASKED, request("app/0"));
  }

  @SimulatedJujuTest
  void case36UnitThatDoesNotLeadAsksForTheApplicationOnceItLeads(SimulatedJuju juju) {
    relateOlder(juju, 1);
    stage.application().noLeader().refresh(stage.charm());
    juju.settle();
    assertEquals(Map.of(), request("app"));

    stage.application().leader("app/0");
    juju.settle();

    assertEquals(ASKED, request("app"));
    assertEquals(Map.of(), withoutTold(), "the migration is over");
  }

  private Map<String, String> withoutTold() {
    Map<String, String> state = new TreeMap<>(stage.unit().state());
    state.keySet().removeIf(key -> key.startsWith("charm-signals/.postgresql/"));
    return state;
  }

  @SimulatedJujuTest
  void case37UnitThatDoesNotLeadCopiesWhatTheLeaderShares(SimulatedJuju juju) {
    relateOlder(juju, 2);
    stage.application().noLeader().refresh(stage.charm());
    juju.settle();
    assertEquals(Map.of(), request("app/0"));

    stage.application().leader("app/1");
    juju.settle();

    assertEquals(ASKED, request("app"));
    assertEquals(ASKED, request("app/0"));
  }

  @SimulatedJujuTest
  void asksForNothingThatWasTakenBackMeanwhile(SimulatedJuju juju) {
    relateOlder(juju, 2);
    stage.application().leader("app/1").refresh(stage.charm());
    juju.settle();
    assertEquals(ASKED, request("app/0"));

    stage.unit().hold();
    stage.act("app/1", charm -> charm.db.require(Requirements.NONE));
    stage.application().leader("app/0");
    stage.unit().release();
    juju.settle();

    assertEquals(Map.of(), request("app"));
    assertEquals(Map.of(), request("app/0"));
  }

  @SimulatedJujuTest
  void hearsOfARelationThatJoinedAnOlderCharm(SimulatedJuju juju) {
    relateOlder(juju, 1);
    relation.tamper("app/0", bag("database", "", "roles", "", "extensions", ""));
    relation.tamper("postgresql", Map.of("master", "host=m", "allowed-subnets", "0.0.0.0/0"));

    stage.application().refresh(stage.charm());

    assertEquals(
        List.of(
            "database_relation_joined",
            "master_available",
            "master_changed",
            "database_available",
            "database_changed"),
        stage.news());
  }
}
