package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.Map;

/** The charm that the documentation of the original begins with. */
class KeepingCharmTest {

  private static final String METADATA =
      """
      name: app
      requires:
        db: {interface: pgsql}
      peers:
        cluster: {interface: app}
      """;

  private static final String NOTHING = "none";

  private SimulatedUnit unit;
  private SimulatedRelation relation;

  private void relate(SimulatedJuju juju) {
    juju.deploy("postgresql", Stage.SILENT);
    juju.deploy("app", CharmUnderTest.inProcess(KeepingCharm::new, METADATA));
    juju.settle();
    unit = juju.unit("app/0");
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    publish("master", "dbname=mydbname host=m user=u", "standbys", "host=s1\nhost=s2");
    juju.settle();
  }

  private void publish(String... pairs) {
    publish("postgresql", bag(pairs));
  }

  private void publish(String server, Map<String, String> published) {
    published.putAll(
        Map.of("database", "mydbname", "extensions", "citext", "allowed-subnets", "0.0.0.0/0"));
    relation.tamper(server, published);
  }

  private String stored() {
    return unit.state().getOrDefault("charm-signals/.stored/databases", NOTHING);
  }

  private static final String BOTH =
      "{\"conninfo\":\"dbname=mydbname host=m user=u\","
          + "\"read-only-uris\":[\"postgresql://s1\",\"postgresql://s2\"],"
          + "\"relation\":1,\"uri\":\"postgresql://u@m/mydbname\"}";

  private static final String NEITHER =
      "{\"conninfo\":\"\",\"read-only-uris\":[],\"relation\":1,\"uri\":\"\"}";

  @SimulatedJujuTest
  void case44KeepsTheConnectionStringsAndForgetsThemWhenTheyAreGone(SimulatedJuju juju) {
    relate(juju);
    String both = stored();
    publish("master", "", "standbys", "");
    juju.settle();

    assertEquals(BOTH, both);
    assertEquals(NEITHER, stored());
  }

  @SimulatedJujuTest
  void forgetsThemWhenTheRelationIsBroken(SimulatedJuju juju) {
    relate(juju);

    relation.remove();
    juju.settle();

    assertEquals(NEITHER, stored());
  }

  @SimulatedJujuTest
  void case45IsBlockedOnlyByASecondRelationAndGoesOnWhenThatIsGone(SimulatedJuju juju) {
    relate(juju);
    assertEquals(BOTH, stored(), "one relation is not too many");
    juju.deploy("other", Stage.SILENT);
    SimulatedRelation second = juju.integrate("app:db", "other:db");
    juju.settle();

    publish("master", "host=moved", "standbys", "host=s1\nhost=s2");
    juju.settle();
    assertEquals(new WorkloadStatus("blocked", "Too many db relations!"), unit.status());
    assertEquals(BOTH, stored());
    second.remove();
    juju.settle();
    unit.updateStatus();
    juju.settle();

    assertEquals(
        BOTH.replace("dbname=mydbname host=m user=u", "host=moved")
            .replace("postgresql://u@m/mydbname", "postgresql://moved"),
        stored());
  }

  @SimulatedJujuTest
  void case46LeavesADeferredEventOfARelationThatIsGoneAlone(SimulatedJuju juju) {
    relate(juju);
    juju.deploy("other", Stage.SILENT);
    SimulatedRelation second = juju.integrate("app:db", "other:db");
    juju.settle();
    second.tamper(
        "other",
        bag(
            "master",
            "host=other",
            "database",
            "mydbname",
            "extensions",
            "citext",
            "allowed-subnets",
            "0.0.0.0/0"));
    juju.settle();
    assertEquals(1, deferred());

    second.remove();
    juju.settle();
    unit.updateStatus();
    juju.settle();

    assertEquals(0, deferred());
    assertEquals(BOTH, stored());
  }

  @SimulatedJujuTest
  void takesTheOtherDatabaseWhenTheOneInUseIsRemoved(SimulatedJuju juju) {
    relate(juju);
    juju.deploy("other", Stage.SILENT);
    SimulatedRelation second = juju.integrate("app:db", "other:db");
    juju.settle();

    relation.remove();
    juju.settle();
    assertEquals(NEITHER, stored());

    relation = second;
    publish("other", bag("master", "host=other"));
    juju.settle();
    assertEquals(
        "{\"conninfo\":\"host=other\",\"read-only-uris\":[],\"relation\":2,"
            + "\"uri\":\"postgresql://other\"}",
        stored());
  }

  @SimulatedJujuTest
  void asksAlthoughTheLeaderChangesBetweenTwoJoinedHooks(SimulatedJuju juju) {
    juju.deploy("postgresql", Stage.SILENT);
    juju.deploy("app", CharmUnderTest.inProcess(KeepingCharm::new, METADATA)).scale(2);
    juju.application("app").leader("app/0");
    juju.settle();
    juju.unit("app/0").hold();
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();

    juju.application("app").leader("app/1");
    juju.settle();
    juju.unit("app/0").release();
    juju.settle();

    assertEquals("mydbname", relation.bag("app").get("database"));
    assertEquals("mydbname", relation.bag("app/0").get("database"));
  }

  private int deferred() {
    return unit.state().getOrDefault("charm-signals/.deferred", "").split("\"observer\"").length
        - 1;
  }
}
