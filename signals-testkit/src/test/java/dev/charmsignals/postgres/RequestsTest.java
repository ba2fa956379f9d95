package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.pgsql.FixedRequirementsException;
import dev.charmsignals.postgresql.DatabaseRelation;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a client asks for, and how its other units learn of it. */
class RequestsTest {

  private static final String NOTE = "interface.pgsql.db";

  private Stage stage;

  /** Has the leader do something when a relation is joined. */
  private void onJoined(Requirements requirements) {
    stage.telling =
        told -> {
          if (told.name().endsWith("database_relation_joined") && told.charm().here().isLeader()) {
            told.event().require(requirements);
          }
        };
  }

  /** What a bag says to servers. */
  private static Map<String, String> request(SimulatedRelation relation, String owner) {
    Map<String, String> request = new TreeMap<>(relation.bag(owner));
    request.keySet().retainAll(List.of("database", "roles", "extensions"));
    return request;
  }

  private String note() {
    return stage.peers().bag("app").getOrDefault(NOTE, "none");
  }

  private Optional<Requirements> asked(String unit) {
    List<Optional<Requirements>> seen = new ArrayList<>();
    stage.act(unit, charm -> seen.add(charm.db.all().get(0).requirements()));
    return seen.get(0);
  }

  @SimulatedJujuTest
  void case2LeaderAsksInItsTwoBagsAndTellsItsPeers(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.telling =
        told -> {
          if (told.name().equals("database_relation_joined")) {
            told.event().setDatabase("mydbname");
            told.event().setExtensions("citext");
          }
        };

    SimulatedRelation relation = stage.relate();

    Map<String, String> asked = Map.of("database", "mydbname", "extensions", "citext");
    assertEquals(asked, request(relation, "app"));
    assertEquals(asked, request(relation, "app/0"));
    assertEquals(
        "{\"%d\":{\"database\":\"mydbname\",\"extensions\":\"citext\",\"roles\":\"\"}}"
            .formatted(relation.number()),
        note());
  }

  @SimulatedJujuTest
  void case3WritesRolesInOrder(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    onJoined(Requirements.NONE.withRoles("foo", "bar"));

    SimulatedRelation relation = stage.relate();

    assertEquals(Map.of("roles", "bar,foo"), request(relation, "app"));
    assertEquals(Map.of("roles", "bar,foo"), request(relation, "app/0"));
    assertTrue(note().contains("\"roles\":\"bar,foo\""), note());
    assertEquals(List.of("bar", "foo"), asked("app/0").orElseThrow().roles());
  }

  @SimulatedJujuTest
  void case4TakesBackWhatWasAskedFor(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    onJoined(Requirements.database("d").withRoles("r").withExtensions("e"));
    SimulatedRelation relation = stage.relate();

    List<Object> read = new ArrayList<>();
    stage.telling =
        told -> {
          if (told.name().equals("database_available")) {
            told.event().setDatabase("");
            told.event().setRoles();
            told.event().setExtensions();
            read.add(told.event().database());
            read.add(told.event().roles());
            read.add(told.event().extensions());
          }
        };
    relation.tamper(
        "postgresql", bag("master", "host=m", "database", "d", "roles", "r", "extensions", "e"));
    juju.settle();

    assertEquals(List.of(Optional.empty(), List.of(), List.of()), read);
    assertEquals(Map.of(), request(relation, "app"));
    assertEquals(Map.of(), request(relation, "app/0"));
  }

  @SimulatedJujuTest
  void case5UnitThatDoesNotLeadReadsWhatTheLeaderAskedForAndCannotAsk(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.application().addUnit();
    juju.settle();
    onJoined(Requirements.database("foo").withRoles("foo", "bar"));
    stage.relate();
    List<String> refused = new ArrayList<>();

    stage.act(
        "app/1",
        charm -> {
          DatabaseRelation server = charm.db.all().get(0);
          for (Requirements other :
              List.of(
                  Requirements.database("x"),
                  Requirements.NONE.withRoles("x"),
                  Requirements.NONE.withExtensions("x"))) {
            refused.add(
                assertThrows(NotLeaderException.class, () -> server.require(other)).getMessage());
          }
          assertThrows(NotLeaderException.class, () -> charm.db.require(Requirements.NONE));
        });

    assertEquals(Optional.of(Requirements.database("foo").withRoles("bar", "foo")), asked("app/1"));
    assertEquals(
        List.of(
            "app/1 is not the leader, and only the leader may ask for a database; ask isLeader()"
                + " first"),
        refused.stream().distinct().toList());
  }

  @SimulatedJujuTest
  void case6AsksForExtensionsInSchemas(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    onJoined(Requirements.NONE.withExtensions("debversion:public", "citext:myschema"));

    SimulatedRelation relation = stage.relate();

    assertEquals(
        Map.of("extensions", "citext:myschema,debversion:public"), request(relation, "app"));
  }

  @SimulatedJujuTest
  void correction12WritesTheNotationOfSchemasThatTheServerKnows(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    onJoined(Requirements.NONE.withExtensions("citext(myschema)", "debversion:public"));

    SimulatedRelation relation = stage.relate();

    assertEquals(
        Map.of("extensions", "citext(myschema),debversion:public"), request(relation, "app"));
  }

  @SimulatedJujuTest
  void case39TwoEndpointsKeepEachOthersRequests(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.application().addUnit();
    onJoined(Requirements.database("one"));
    SimulatedRelation db = stage.relate();
    onJoined(Requirements.database("two"));
    SimulatedRelation reports = juju.integrate("app:reports", "postgresql:db");
    juju.settle();

    stage.act("app/0", charm -> charm.reports.require(Requirements.database("three")));
    juju.settle();

    assertEquals(Map.of("database", "one"), request(db, "app/1"));
    assertEquals(Map.of("database", "three"), request(reports, "app/1"));
    Map<String, String> notes = new TreeMap<>(stage.peers().bag("app"));
    assertEquals(
        bag(NOTE, note(db, "one"), "interface.pgsql.reports", note(reports, "three")), notes);
  }

  private static String note(SimulatedRelation relation, String database) {
    return "{\"%d\":{\"database\":\"%s\",\"extensions\":\"\",\"roles\":\"\"}}"
        .formatted(relation.number(), database);
  }

  @SimulatedJujuTest
  void case41PeersWithoutOrWithBrokenNotesKnowOfNoRequest(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.application().addUnit();
    onJoined(Requirements.database("foo"));
    SimulatedRelation relation = stage.relate();

    for (String broken : List.of("", "[1]", "{\"%d\":3}", "{{{", "x".repeat(1 << 20))) {
      stage.peers().tamper("app", Map.of(NOTE, broken.formatted(relation.number())));
      assertEquals(Optional.empty(), asked("app/1"), broken);
    }
    stage.unit().updateStatus();
    juju.settle();

    assertEquals(Optional.of(Requirements.database("foo")), asked("app/1"));
    assertEquals(note(relation, "foo"), note());
  }

  @SimulatedJujuTest
  void case41NotesOfTwoRelationsAreOneEntryThatIsWrittenOnce(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    juju.deploy("other", Stage.SILENT);
    SimulatedRelation first = stage.relate();
    SimulatedRelation second = juju.integrate("app:db", "other:db");
    juju.settle();

    stage.act("app/0", charm -> charm.db.require(Requirements.database("both")));

    assertEquals(
        note(first, "both").replace("}}", "},") + note(second, "both").substring(1), note());
    List<String> written =
        juju.hooks().get(juju.hooks().size() - 1).commands().stream()
            .filter(command -> command.command().equals("relation-set"))
            .map(command -> String.join(" ", command.arguments()))
            .toList();
    assertEquals(5, written.size(), "two bags for each relation, and the peers': " + written);
  }

  @SimulatedJujuTest
  void forgetsARelationThatIsGone(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    onJoined(Requirements.database("foo"));
    SimulatedRelation relation = stage.relate();

    relation.remove();
    juju.settle();

    assertEquals("none", note());
    assertEquals(Map.of(), new TreeMap<>(stage.unit().state()), "nothing is left in charm state");
  }

  @SimulatedJujuTest
  void whatTheConstructorAsksForIsKnownToEveryUnit(SimulatedJuju juju) {
    stage = Stage.in(juju);
    stage.constructing = charm -> charm.db.always(Requirements.database("mydb"));
    stage.deploy();
    stage.application().addUnit();
    SimulatedRelation relation = stage.relate();

    assertEquals(Map.of("database", "mydb"), request(relation, "app"));
    assertEquals(Map.of("database", "mydb"), request(relation, "app/0"));
    assertEquals(Map.of("database", "mydb"), request(relation, "app/1"));
    assertEquals(Optional.of(Requirements.database("mydb")), asked("app/1"));
    assertEquals("none", note());
  }

  @SimulatedJujuTest
  void whatTheConfigAsksForIsAskedForWhenItChanges(SimulatedJuju juju) {
    stage = Stage.in(juju);
    stage.constructing =
        charm -> charm.db.always(() -> Requirements.database(charm.option("database")));
    stage.deploy();
    stage.application().addUnit();
    SimulatedRelation relation = stage.relate();
    assertEquals(Map.of("database", "first"), request(relation, "app"));

    stage.application().config("database", "second");
    juju.settle();

    assertEquals(Map.of("database", "second"), request(relation, "app"));
    assertEquals(Map.of("database", "second"), request(relation, "app/1"));
  }

  @SimulatedJujuTest
  void refusesToAskForSomethingElseThanTheConstructor(SimulatedJuju juju) {
    stage = Stage.in(juju);
    stage.constructing = charm -> charm.db.always(Requirements.database("mydb"));
    stage.deploy();
    stage.relate();

    stage.act(
        "app/0",
        charm -> {
          FixedRequirementsException refused =
              assertThrows(
                  FixedRequirementsException.class,
                  () -> charm.db.require(Requirements.database("other")));
          assertEquals("db", refused.endpoint());
        });
  }

  @SimulatedJujuTest
  void aNewLeaderAsksForTheSame(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    stage.application().addUnit();
    juju.settle();
    onJoined(Requirements.database("foo"));
    SimulatedRelation relation = stage.relate();

    stage.application().leader("app/1");
    juju.settle();
    stage.act("app/1", charm -> charm.db.require(Requirements.database("bar")));
    juju.settle();

    assertEquals(Map.of("database", "bar"), request(relation, "app"));
    assertEquals(Map.of("database", "bar"), request(relation, "app/0"));
    assertEquals(Map.of("database", "bar"), request(relation, "app/1"));
    assertEquals(Optional.of(Requirements.database("bar")), asked("app/0"));
  }
}
