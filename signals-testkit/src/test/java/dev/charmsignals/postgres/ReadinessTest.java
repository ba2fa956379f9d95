package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgres.Stage.Heard;
import dev.charmsignals.postgresql.DatabaseRelation;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a client hands out what a server publishes, and which of it. */
class ReadinessTest {

  private static final List<String> MASTER_CAME =
      List.of("master_available", "master_changed", "database_available", "database_changed");
  private static final List<String> MASTER_CHANGED = List.of("master_changed", "database_changed");
  private static final List<String> MASTER_WENT =
      List.of("master_changed", "master_gone", "database_changed", "database_gone");

  private Stage stage;
  private SimulatedRelation relation;

  /** Relates both sides, the leader asking for something, and forgets what was told of it. */
  private void relate(SimulatedJuju juju, Requirements requirements) {
    stage = Stage.in(juju).deploy();
    stage.telling =
        told -> {
          if (told.name().equals("database_relation_joined") && told.charm().here().isLeader()) {
            told.event().require(requirements);
          }
        };
    relation = stage.relate();
    stage.news();
  }

  private void server(String... pairs) {
    relation.tamper("postgresql", bag(pairs));
  }

  private void serverUnit(int number, String... pairs) {
    relation.tamper("postgresql/" + number, bag(pairs));
  }

  /** The master that the last handler saw. */
  private static String lastMaster(List<Heard> heard) {
    return heard.isEmpty() ? "none" : heard.get(heard.size() - 1).master();
  }

  @SimulatedJujuTest
  void case22ReadsTheBagOfAUnit(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    relation.tamper("app/0", Map.of("egress-subnets", "10.0.0.5/32"));

    server("allowed-subnets", "10.0.0.5/32");
    serverUnit(1, "master", "dbname=m");
    assertEquals(List.of(), stage.news(), "the grant is in another bag");
    serverUnit(1, "allowed-subnets", "10.0.0.5/32");

    List<Heard> told = stage.newsInFull();
    assertEquals(MASTER_CAME, told.stream().map(Heard::event).toList());
    assertEquals("dbname=m", lastMaster(told));
  }

  @SimulatedJujuTest
  void case23PrefersTheUnitOfTheLowestNumber(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    serverUnit(1, "master", "dbname=m1");
    stage.news();

    serverUnit(0, "master", "dbname=m0");

    List<Heard> told = stage.newsInFull();
    assertEquals(MASTER_CHANGED, told.stream().map(Heard::event).toList());
    assertEquals("dbname=m0", lastMaster(told));
  }

  @SimulatedJujuTest
  void case24SkipsABagThatIsNotReady(SimulatedJuju juju) {
    relate(juju, Requirements.NONE.withExtensions("citext"));
    serverUnit(0, "master", "dbname=unit", "extensions", "citext");
    stage.news();

    server("master", "dbname=application");
    assertEquals(List.of(), stage.news());
    server("extensions", "citext");

    List<Heard> told = stage.newsInFull();
    assertEquals(MASTER_CHANGED, told.stream().map(Heard::event).toList());
    assertEquals("dbname=application", lastMaster(told));
  }

  @SimulatedJujuTest
  void case25IsReadyWithoutNetworksOfItsOwn(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);

    server("master", "dbname=m");
    assertEquals(MASTER_CAME, stage.news());
    server("allowed-subnets", "127.0.0.0/8");

    assertEquals(List.of(), stage.news());
  }

  @SimulatedJujuTest
  void case26IsNotReadyWithoutAGrant(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    relation.tamper("app/0", Map.of("egress-subnets", "127.23.0.0/24"));

    server("master", "dbname=m");
    assertEquals(List.of(), stage.news());
    server("allowed-subnets", "127.0.1/24");

    assertEquals(List.of(), stage.news());
  }

  @SimulatedJujuTest
  void case27IsReadyWithAGrantAmongOthers(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    relation.tamper("app/0", Map.of("egress-subnets", "127.23.1.0/24"));

    server("master", "dbname=m", "allowed-subnets", "127.23.0.0/24,127.23.1.0/24");

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void case28IsReadyWhenWhatItAskedForIsMirrored(SimulatedJuju juju) {
    Map<String, Requirements> requests =
        Map.of(
            "database", Requirements.database("value"),
            "roles", Requirements.NONE.withRoles("value"),
            "extensions", Requirements.NONE.withExtensions("value"));
    stage = Stage.in(juju).deploy();
    for (Map.Entry<String, Requirements> request : requests.entrySet()) {
      stage.telling =
          told -> {
            if (told.name().equals("database_relation_joined")) {
              told.event().require(request.getValue());
            }
          };
      relation = stage.relate();
      stage.news();

      server("master", "dbname=m");
      assertEquals(List.of(), stage.news(), request.getKey());
      server(request.getKey(), "different");
      assertEquals(List.of(), stage.news(), request.getKey());
      server(request.getKey(), "value");
      assertEquals(MASTER_CAME, stage.news(), request.getKey());
      relation.remove();
      stage.news();
    }
  }

  @SimulatedJujuTest
  void case29TakesAnyDatabaseWhenItAskedForNone(SimulatedJuju juju) {
    relate(juju, Requirements.NONE.withRoles("r"));

    server("master", "dbname=m", "database", "whatever", "roles", "r");

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void case30ComparesGrantsAsNetworks(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    relation.tamper("app/0", Map.of("egress-subnets", "10.0.0.5/32"));

    server("master", "dbname=m", "allowed-subnets", "10.0.0.0/8");
    assertEquals(MASTER_CAME, stage.news(), "the original: not yet");
    server("allowed-subnets", "10.0.0.4/32");
    assertEquals(MASTER_WENT, stage.news());
    server("allowed-subnets", "10.0.0.4/32, 10.0.0.5/32");

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void case31WaitsForItsOwnDatabase(SimulatedJuju juju) {
    relate(juju, Requirements.database("mydbname"));

    server("master", "dbname=m", "database", "other");
    assertEquals(List.of(), stage.news());
    server("database", "mydbname");

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void case32LosesTheMasterUntilAChangedRequestIsMirrored(SimulatedJuju juju) {
    relate(juju, Requirements.database("d"));
    server("master", "dbname=m", "database", "d");
    stage.news();

    stage.act(
        "app/0", charm -> charm.db.require(Requirements.database("d").withExtensions("citext")));
    serverUnit(1, "state", "still at it");
    assertEquals(MASTER_WENT, stage.news());
    server("extensions", "citext");

    assertEquals(MASTER_CAME, stage.news());
  }

  @SimulatedJujuTest
  void case33ReadsTheVersionWhereverItIs(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    List<Optional<String>> versions = new ArrayList<>();

    stage.act("app/0", charm -> versions.add(charm.db.all().get(0).version()));
    serverUnit(1, "version", "9.5");
    juju.settle();
    stage.act("app/0", charm -> versions.add(charm.db.all().get(0).version()));
    server("version", "12");
    juju.settle();
    stage.act("app/0", charm -> versions.add(charm.db.all().get(0).version()));

    assertEquals(List.of(Optional.empty(), Optional.of("9.5"), Optional.of("12")), versions);
  }

  @SimulatedJujuTest
  void correction7TellsNoVersionWhereThereIsNoneAndNoUnit(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    List<Object> seen = new ArrayList<>();
    stage.telling =
        told -> {
          seen.add(told.event().unit());
          seen.add(told.event().version());
        };

    server("master", "host=m");
    juju.settle();
    relation.remove();
    juju.settle();

    assertEquals(List.of(Optional.empty()), seen.stream().distinct().toList());
  }

  /** Juju itself tells late units of the server's application before it tells of its units. */
  @SimulatedJujuTest
  void case34TellsNothingOfARelationBeforeAUnitHasJoined(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    relation = juju.integrate("app:db", "postgresql:db");
    relation.tamper("app", Map.of());
    SimulatedUnit unit = stage.unit();
    unit.runUntil("db-relation-created");
    relation.tamper("app/0", Map.of("egress-subnets", ""));
    server("master", "dbname=m");

    unit.runUntil("db-relation-changed");
    assertEquals(List.of(), stage.heard);
    String line =
        "Relation db:%d changed before a unit joined; waiting for one".formatted(relation.number());
    assertEquals(
        List.of(LogLevel.INFO),
        unit.logs().stream()
            .filter(record -> record.text().endsWith(line))
            .map(LogRecord::level)
            .toList());
    List<String> all = new ArrayList<>(List.of("database_relation_joined"));
    all.addAll(MASTER_CAME);

    assertEquals(all, stage.news());
  }

  @SimulatedJujuTest
  void case38UnitThatDoesNotLeadIsToldAsSoonAsItKnowsTheRequest(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    SimulatedUnit leader = stage.unit();
    stage.application().addUnit();
    juju.settle();
    stage.telling =
        told -> {
          if (told.name().equals("database_relation_joined") && told.charm().here().isLeader()) {
            told.event().require(Requirements.database("mydb").withExtensions("citext"));
          }
        };
    leader.hold();
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    server("master", "dbname=m", "database", "mydb", "extensions", "citext");
    server("allowed-subnets", "0.0.0.0/0");
    assertEquals(List.of("database_relation_joined"), stage.news(), "premature");

    leader.release();
    juju.settle();

    assertEquals(
        MASTER_CAME,
        stage.newsInFull().stream()
            .filter(each -> each.unit().equals("app/1"))
            .map(Heard::event)
            .toList());
  }

  @SimulatedJujuTest
  void correction3UnitThatDoesNotKnowTheRequestTakesNoOtherDatabase(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.application().addUnit();
    juju.settle();
    stage.unit().hold();
    relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    server("master", "dbname=default", "database", "default", "allowed-subnets", "0.0.0.0/0");
    List<Object> seen = new ArrayList<>();

    stage.act(
        "app/1",
        charm -> {
          DatabaseRelation server = charm.db.all().get(0);
          seen.add(server.requirements());
          seen.add(server.master());
          seen.add(server.standbys());
        });

    assertEquals(List.of(Optional.empty(), Optional.empty(), List.of()), seen);
  }

  @SimulatedJujuTest
  void correction2LooksAgainWheneverTheGrantCouldHaveChanged(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);
    relation.tamper("app/0", Map.of("egress-subnets", "10.0.0.5/32"));
    server("master", "dbname=m", "allowed-subnets", "10.9.0.0/16");
    assertEquals(List.of(), stage.news());

    relation.tamper("app/0", Map.of("egress-subnets", "10.9.1.1/32"));
    stage.unit().updateStatus();
    assertEquals(MASTER_CAME, stage.news(), "update-status");
    relation.tamper("app/0", Map.of("egress-subnets", "10.0.0.5/32"));
    stage.application().refresh(stage.charm());

    assertEquals(MASTER_WENT, stage.news(), "upgrade-charm");
  }

  @SimulatedJujuTest
  void correction6OrdersUnitsByNumber(SimulatedJuju juju) {
    stage = Stage.in(juju);
    juju.deploy("postgresql", Stage.SILENT).scale(11);
    juju.deploy("app", stage.charm());
    juju.settle();
    relation = stage.relate();
    stage.news();
    serverUnit(10, "master", "dbname=ten");
    stage.news();

    serverUnit(2, "master", "dbname=two");
    assertEquals("dbname=two", lastMaster(stage.newsInFull()));
    serverUnit(0, "state", "of no interest");
    assertEquals(List.of(), stage.news());
    server("master", "dbname=application");

    assertEquals("dbname=application", lastMaster(stage.newsInFull()));
  }

  @SimulatedJujuTest
  void takesMasterAndStandbysFromDifferentBags(SimulatedJuju juju) {
    relate(juju, Requirements.NONE);

    server("standbys", "dbname=s");
    serverUnit(0, "master", "dbname=m");

    assertEquals(
        new Heard("app/0", "database_changed", "dbname=m", List.of("dbname=s")),
        last(stage.newsInFull()));
  }

  private static Heard last(List<Heard> heard) {
    return heard.get(heard.size() - 1);
  }
}
