package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.pgsql.DatabaseClient;
import dev.charmsignals.pgsql.DatabaseOffer;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server that is a charm of its own, and what it tells its clients. */
class ProviderTest {

  private static final List<String> PUBLISHED =
      List.of(
          "allowed-subnets",
          "allowed-units",
          "database",
          "extensions",
          "master",
          "roles",
          "standbys",
          "version");

  private Stage stage;
  private ServerCharm.Bench server;

  private SimulatedRelation relate(SimulatedJuju juju, int clients, int servers) {
    stage = Stage.in(juju);
    server = new ServerCharm.Bench();
    juju.deploy("postgresql", server.charm()).scale(servers);
    juju.deploy("app", stage.charm()).scale(clients);
    juju.settle();
    SimulatedRelation relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    return relation;
  }

  private static Map<String, String> published(SimulatedRelation relation, String owner) {
    Map<String, String> bag = new TreeMap<>(relation.bag(owner));
    bag.keySet().retainAll(PUBLISHED);
    return bag;
  }

  @SimulatedJujuTest
  void answersWhatAClientAsksForAndFromWhere(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju, 2, 1);
    stage.act(
        "app/0",
        charm ->
            charm.db.require(
                Requirements.database("orders").withRoles("b", "a").withExtensions("citext")));
    juju.settle();

    assertEquals(
        bag(
            "allowed-subnets", "10.0.0.1/32,10.0.0.2/32",
            "allowed-units", "app/0,app/1",
            "database", "orders",
            "extensions", "citext",
            "master", "dbname=orders host=primary user=app",
            "roles", "a,b",
            "version", "16.9"),
        published(relation, "postgresql"));
    assertEquals(
        List.of("app/0 database_changed", "app/1 database_changed"),
        stage.newsInFull().stream()
            .filter(each -> each.master().equals("dbname=orders host=primary user=app"))
            .filter(each -> each.event().equals("database_changed"))
            .map(each -> each.unit() + " " + each.event())
            .sorted()
            .toList());
  }

  @SimulatedJujuTest
  void tellsWhatItGaveToAClientThatLeftTheChoiceToIt(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju, 1, 1);

    assertEquals("app_default", published(relation, "postgresql").get("database"));
    assertTrue(stage.news().contains("master_available"));
  }

  @SimulatedJujuTest
  void isQuietOnceAClientIsAnswered(SimulatedJuju juju) {
    relate(juju, 1, 1);
    server.asked.clear();
    int hooks = juju.hooks().size();

    juju.unit("postgresql/0").updateStatus();
    juju.unit("app/0").updateStatus();
    juju.settle();

    assertEquals(List.of(), server.asked);
    assertEquals(hooks + 2, juju.hooks().size());
  }

  @SimulatedJujuTest
  void asksAgainUntilTheClientIsAnswered(SimulatedJuju juju) {
    stage = Stage.in(juju);
    server = new ServerCharm.Bench();
    server.ready = false;
    juju.deploy("postgresql", server.charm());
    juju.deploy("app", stage.charm());
    juju.settle();
    juju.integrate("app:db", "postgresql:db");
    juju.settle();
    assertEquals(List.of("database_relation_joined"), stage.news());

    server.ready = true;
    juju.unit("postgresql/0").updateStatus();

    assertTrue(stage.news().contains("master_available"));
  }

  @SimulatedJujuTest
  void takesTheGrantFromUnitsThatLeave(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju, 2, 1);
    assertEquals(
        "10.0.0.1/32,10.0.0.2/32", published(relation, "postgresql").get("allowed-subnets"));

    juju.unit("app/1").remove();
    juju.settle();

    assertEquals("10.0.0.1/32", published(relation, "postgresql").get("allowed-subnets"));
    assertEquals("app/0", published(relation, "postgresql").get("allowed-units"));
  }

  @SimulatedJujuTest
  void publishesAFailoverToEveryClient(SimulatedJuju juju) {
    relate(juju, 1, 1);
    stage.news();

    server.master = "replacement";
    server.standbys = List.of("primary");
    juju.unit("postgresql/0").runAction("failover");

    assertEquals(
        List.of(
            "master_changed",
            "standby_available",
            "standby_changed",
            "database_available",
            "database_changed"),
        stage.news());
  }

  @SimulatedJujuTest
  void newLeaderOfTheServerAnswersWhatTheOldOneDidNot(SimulatedJuju juju) {
    stage = Stage.in(juju);
    server = new ServerCharm.Bench();
    juju.deploy("postgresql", server.charm()).addUnit();
    juju.deploy("app", stage.charm());
    juju.settle();
    juju.unit("postgresql/0").hold();
    juju.integrate("app:db", "postgresql:db");
    juju.settle();
    assertEquals(List.of("database_relation_joined"), stage.news());

    juju.application("postgresql").leader("postgresql/1");

    assertTrue(stage.news().contains("master_available"));
  }

  @SimulatedJujuTest
  void hearsThatAClientIsGone(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju, 1, 1);

    relation.remove();
    juju.settle();

    assertEquals(
        List.of("postgresql/0: app on db:" + relation.number() + " broken"), server.released);
  }

  @SimulatedJujuTest
  void onlyTheLeaderAnswersForTheApplication(SimulatedJuju juju) {
    relate(juju, 1, 2);
    List<String> refused = new ArrayList<>();
    server.acting =
        provider -> {
          DatabaseClient client = provider.clients().get(0);
          DatabaseOffer offer = DatabaseOffer.of(ConnectionString.parse("host=mine"));
          refused.add(
              assertThrows(NotLeaderException.class, () -> client.publish(offer)).getMessage());
          assertThrows(NotLeaderException.class, client::withdraw);
          client.publishOnUnit(offer);
        };

    assertTrue(juju.unit("postgresql/1").runAction("act").completed());
    juju.settle();

    assertEquals(
        List.of(
            "postgresql/1 is not the leader, and only the leader may answer a database's client;"
                + " ask isLeader() first"),
        refused);
    assertEquals("host=mine", juju.relation(1).bag("postgresql/1").get("master"));
  }

  @SimulatedJujuTest
  void remembersWhatItPublished(SimulatedJuju juju) {
    relate(juju, 1, 1);
    server.standbys = List.of("standby");
    juju.unit("postgresql/0").runAction("failover");
    List<DatabaseOffer> published = new ArrayList<>();
    server.acting = provider -> published.add(provider.clients().get(0).published());

    assertTrue(juju.unit("postgresql/0").runAction("act").completed());

    ConnectionString login = ConnectionString.parse("dbname=app_default user=app");
    assertEquals(
        List.of(
            DatabaseOffer.of(login.with("host", "primary"))
                .withStandbys(List.of(login.with("host", "standby")))
                .withVersion("16.9")),
        published);
  }

  @SimulatedJujuTest
  void takesBackWhatItPublished(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju, 1, 1);
    stage.news();
    server.ready = false;
    server.acting = provider -> provider.clients().get(0).withdraw();

    assertTrue(juju.unit("postgresql/0").runAction("act").completed());

    assertEquals(
        List.of("master_changed", "master_gone", "database_changed", "database_gone"),
        stage.news());
    assertEquals(Map.of(), published(relation, "postgresql"));
  }

  @SimulatedJujuTest
  void mirrorsNothingThatItCouldNotRead(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju, 1, 1);
    Map<String, String> before = published(relation, "postgresql");
    relation.tamper("app", Map.of("roles", "a\u0007"));
    juju.settle();
    server.master = "replacement";
    server.acting =
        provider -> {
          for (DatabaseClient client : provider.clients()) {
            client.publish(DatabaseOffer.NONE);
            client.publishOnUnit(DatabaseOffer.NONE);
          }
        };

    assertTrue(juju.unit("postgresql/0").runAction("act").completed());
    assertTrue(juju.unit("postgresql/0").runAction("failover").completed());

    assertEquals(before, published(relation, "postgresql"));
    assertEquals(Map.of(), published(relation, "postgresql/0"));
  }

  @SimulatedJujuTest
  void asksForAClientWhoseAddressesItCannotRead(SimulatedJuju juju) {
    stage = Stage.in(juju);
    server = new ServerCharm.Bench();
    server.ready = false;
    juju.deploy("postgresql", server.charm());
    juju.deploy("app", stage.charm());
    juju.settle();
    SimulatedRelation relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    relation.tamper(
        "app/0",
        Map.of("egress-subnets", "here", "ingress-address", "there", "private-address", "there"));
    juju.settle();
    server.asked.clear();

    server.ready = true;
    juju.unit("postgresql/0").updateStatus();
    juju.settle();

    assertEquals(List.of(Requirements.NONE + " []"), server.asked);
    assertEquals("app/0", published(relation, "postgresql").get("allowed-units"));
  }

  @SimulatedJujuTest
  void allowsASecondUnitBehindTheSameNetwork(SimulatedJuju juju) {
    SimulatedRelation relation = relate(juju, 1, 1);
    juju.unit("postgresql/0").hold();
    juju.application("app").addUnit();
    juju.settle();
    relation.tamper("app/1", Map.of("egress-subnets", "10.0.0.1/32"));

    juju.unit("postgresql/0").release();
    juju.settle();

    assertEquals("10.0.0.1/32", published(relation, "postgresql").get("allowed-subnets"));
    assertEquals("app/0,app/1", published(relation, "postgresql").get("allowed-units"));
  }
}
