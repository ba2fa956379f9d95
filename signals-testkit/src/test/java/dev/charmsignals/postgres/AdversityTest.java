package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.postgres.Stage.Heard;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What goes wrong between a client and its server. */
class AdversityTest {

  private static final List<String> MASTER_CAME =
      List.of("master_available", "master_changed", "database_available", "database_changed");
  private static final List<String> MASTER_CHANGED = List.of("master_changed", "database_changed");
  private static final List<String> MASTER_WENT =
      List.of("master_changed", "master_gone", "database_changed", "database_gone");

  private Stage stage;
  private SimulatedRelation relation;

  private void relate(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    relation = stage.relate();
    stage.news();
  }

  private void server(String... pairs) {
    relation.tamper("postgresql", bag(pairs));
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  @SimulatedJujuTest
  void tellsNothingTwiceWhenAHookIsRunAgainAfterItsCommit(SimulatedJuju juju) {
    relate(juju);
    stage.unit().crashAfterCommit("db-relation-changed");

    server("master", "host=m");

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void tellsAllAgainWhenAHookWasNotCommitted(SimulatedJuju juju) {
    relate(juju);
    stage.unit().crashBeforeCommit("db-relation-changed");

    server("master", "host=m");

    assertEquals(both(MASTER_CAME, MASTER_CAME), stage.news());
  }

  @SimulatedJujuTest
  void tellsOnceOfChangesThatComeAsOne(SimulatedJuju juju) {
    relate(juju);
    server("master", "host=m");
    stage.news();

    stage.unit().hold();
    server("master", "host=m2", "standbys", "host=s");
    server("master", "");
    server("master", "host=m3", "standbys", "");
    stage.unit().release();

    assertEquals(
        List.of(
            new Heard("app/0", "master_changed", "host=m3", List.of()),
            new Heard("app/0", "database_changed", "host=m3", List.of())),
        stage.newsInFull());
  }

  @SimulatedJujuTest
  void findsWhatItWasNotWokenFor(SimulatedJuju juju) {
    relate(juju);
    server("master", "host=m");
    stage.unit().loseWakeUps();
    assertEquals(List.of(), stage.news());

    stage.unit().updateStatus();

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void writesNothingInHooksWithoutNews(SimulatedJuju juju) {
    relate(juju);
    stage.act("app/0", charm -> charm.db.require(Requirements.database("d")));
    server("master", "host=m", "database", "d");
    stage.news();

    List<HookRecord> hooks = new ArrayList<>();
    stage.unit().wakeWithoutNews(relation, "postgresql");
    hooks.addAll(juju.settle());
    stage.unit().updateStatus();
    hooks.addAll(juju.settle());

    assertEquals(
        List.of("db-relation-changed postgresql", "update-status"),
        hooks.stream().map(hook -> hook.hook().toString()).toList());
    assertEquals(List.of(), hooks.stream().flatMap(hook -> hook.changes().stream()).toList());
    assertEquals(List.of(), stage.news());
  }

  @SimulatedJujuTest
  void leaderChangesWithoutAnybodyLosingTheDatabase(SimulatedJuju juju) {
    relate(juju);
    stage.application().addUnit();
    juju.settle();
    stage.act("app/0", charm -> charm.db.require(Requirements.database("d")));
    server("master", "host=m", "database", "d", "allowed-subnets", "0.0.0.0/0");
    assertEquals(
        both(MASTER_CAME, MASTER_CAME),
        stage.newsInFull().stream()
            .filter(each -> !each.event().endsWith("joined"))
            .sorted((one, other) -> one.unit().compareTo(other.unit()))
            .map(Heard::event)
            .toList());

    stage.application().leader("app/1");
    juju.settle();
    stage.application().noLeader();
    juju.settle();
    stage.application().leader("app/0");

    assertEquals(List.of(), stage.news());
  }

  @SimulatedJujuTest
  void leaderThatIsReplacedWhileItAsksLeavesNothingBehind(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.application().addUnit();
    juju.settle();
    stage.telling =
        told -> {
          if (told.name().equals("database_relation_joined") && told.charm().here().isLeader()) {
            told.event().setDatabase("from-" + told.charm().here().name().number());
          }
        };
    stage.unit().beforeCommit("db-relation-joined", () -> stage.application().leader("app/1"));
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    stage.act("app/1", charm -> charm.db.require(Requirements.database("from-1")));
    juju.settle();

    assertEquals("from-1", relation.bag("app").get("database"));
    assertEquals("from-1", relation.bag("app/0").get("database"));
    assertEquals("from-1", relation.bag("app/1").get("database"));
  }

  @SimulatedJujuTest
  void unitThatComesLateIsToldAll(SimulatedJuju juju) {
    relate(juju);
    stage.act("app/0", charm -> charm.db.require(Requirements.database("d")));
    server("master", "host=m", "database", "d", "allowed-subnets", "0.0.0.0/0");
    stage.news();

    stage.application().addUnit();

    assertEquals(both(List.of("database_relation_joined"), MASTER_CAME), stage.news());
  }

  /** The others of the server say who is the master; Juju tells of that soon after. */
  @SimulatedJujuTest
  void keepsTheMasterOfAUnitThatDepartsUntilItLooksAgain(SimulatedJuju juju) {
    relate(juju);
    relation.tamper("postgresql/1", Map.of("master", "host=m1"));
    stage.news();

    juju.unit("postgresql/1").remove();
    assertEquals(List.of(), stage.news());
    relation.tamper("postgresql/0", Map.of("master", "host=m0"));

    assertEquals(MASTER_CHANGED, stage.news());
  }

  @SimulatedJujuTest
  void losesTheMasterOfAServerWhoseOtherUnitsSayNothing(SimulatedJuju juju) {
    relate(juju);
    relation.tamper("postgresql/1", Map.of("master", "host=m1"));
    stage.news();

    juju.unit("postgresql/1").remove();
    juju.settle();
    stage.unit().updateStatus();

    assertEquals(MASTER_WENT, stage.news());
  }

  @SimulatedJujuTest
  void startsAnewWhenARelationIsMadeAgain(SimulatedJuju juju) {
    relate(juju);
    server("master", "host=m");
    stage.news();

    relation.remove();
    juju.settle();
    assertEquals(Map.of(), stage.unit().state());
    stage.news();
    relation = stage.relate();
    assertEquals(List.of("database_relation_joined"), stage.news());
    server("master", "host=m");

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void startsAnewWhenARelationIsResumed(SimulatedJuju juju) {
    relate(juju);
    server("master", "host=m", "allowed-subnets", "0.0.0.0/0");
    stage.news();

    relation.suspend();
    assertEquals(both(MASTER_WENT, List.of("database_relation_broken")), stage.news());
    relation.resume();

    assertEquals(both(List.of("database_relation_joined"), MASTER_CAME), stage.news());
  }

  @SimulatedJujuTest
  void missesARelationThatWasRemovedByForceInUpdateStatus(SimulatedJuju juju) {
    relate(juju);
    server("master", "host=m");
    stage.news();

    relation.removeByForce();
    assertEquals(List.of(), stage.news());
    stage.unit().updateStatus();

    assertEquals(both(MASTER_WENT, List.of("database_relation_broken")), stage.news());
    assertEquals(Map.of(), stage.unit().state());
  }

  @SimulatedJujuTest
  void keepsRelationsAndEndpointsApart(SimulatedJuju juju) {
    relate(juju);
    juju.deploy("second", Stage.SILENT);
    juju.deploy("third", Stage.SILENT);
    SimulatedRelation second = juju.integrate("app:db", "second:db");
    SimulatedRelation third = juju.integrate("app:reports", "third:db");
    juju.settle();
    stage.news();
    List<String> applications = new ArrayList<>();
    stage.telling = told -> applications.add(told.event().application());

    server("master", "host=one", "allowed-subnets", "0.0.0.0/0");
    List<Heard> first = stage.newsInFull();
    second.tamper("second", bag("master", "host=two", "allowed-subnets", "0.0.0.0/0"));
    List<Heard> other = stage.newsInFull();
    third.tamper("third", bag("standbys", "host=three", "allowed-subnets", "0.0.0.0/0"));
    List<Heard> last = stage.newsInFull();

    assertEquals("host=one", first.get(0).master());
    assertEquals("host=two", other.get(0).master());
    assertEquals(
        new Heard("app/0", "reports standby_available", "", List.of("host=three")), last.get(0));
    assertEquals(
        List.of("postgresql", "second", "third"), applications.stream().distinct().toList());
    second.remove();
    assertEquals(both(MASTER_WENT, List.of("database_relation_broken")), stage.news());
  }

  @SimulatedJujuTest
  void reachesAServerInAnotherModel(SimulatedJuju juju) {
    stage = Stage.in(juju);
    juju.deploy("postgresql", new ServerCharm.Bench().charm());
    juju.deploy("app", stage.charm()).addUnit();
    juju.settle();
    stage.telling =
        told -> {
          if (told.name().equals("database_relation_joined") && told.charm().here().isLeader()) {
            told.event().setDatabase("orders");
          }
        };

    relation = juju.integrateAcrossModels("app:db", "postgresql:db");

    List<Heard> told = stage.newsInFull();
    for (String unit : List.of("app/0", "app/1")) {
      assertTrue(
          told.stream()
              .anyMatch(
                  each ->
                      each.unit().equals(unit)
                          && each.event().equals("master_available")
                          && each.master().startsWith("dbname=orders host=primary")),
          told.toString());
    }
  }
}
