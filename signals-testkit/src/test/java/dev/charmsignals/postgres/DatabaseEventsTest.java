package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgres.Stage.Heard;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a client tells its charm when a server's bags change. */
class DatabaseEventsTest {

  private static final List<String> BOTH_GONE =
      List.of(
          "master_changed",
          "master_gone",
          "standby_changed",
          "standby_gone",
          "database_changed",
          "database_gone");

  private Stage stage;
  private SimulatedRelation relation;

  /** Relates both sides and forgets what was told of it. */
  private void relate(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    relation = stage.relate();
    stage.news();
  }

  private void server(String... pairs) {
    relation.tamper("postgresql", bag(pairs));
  }

  private static Heard heard(String event, String master, String... standbys) {
    return new Heard("app/0", event, master, List.of(standbys));
  }

  @SimulatedJujuTest
  void case1TellsOfTheFirstUnitThatJoinsAndOfNoOther(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    relation = stage.relate();

    assertEquals(List.of(heard("database_relation_joined", "")), stage.newsInFull());
    assertEquals(
        List.of(
            "db-relation-created postgresql",
            "db-relation-joined postgresql/0",
            "db-relation-changed postgresql/0",
            "db-relation-joined postgresql/1",
            "db-relation-changed postgresql/1"),
        stage.unit().hookNames().stream().filter(name -> name.startsWith("db-")).toList());
  }

  @SimulatedJujuTest
  void case7TellsOfAMaster(SimulatedJuju juju) {
    relate(juju);

    server("master", "dbname=master");

    assertEquals(
        List.of(
            heard("master_available", "dbname=master"),
            heard("master_changed", "dbname=master"),
            heard("database_available", "dbname=master"),
            heard("database_changed", "dbname=master")),
        stage.newsInFull());
  }

  @SimulatedJujuTest
  void case8TellsOfAStandby(SimulatedJuju juju) {
    relate(juju);

    server("standbys", "dbname=standby");

    assertEquals(
        List.of(
            heard("standby_available", "", "dbname=standby"),
            heard("standby_changed", "", "dbname=standby"),
            heard("database_available", "", "dbname=standby"),
            heard("database_changed", "", "dbname=standby")),
        stage.newsInFull());
  }

  @SimulatedJujuTest
  void case9TellsOfBothInOrder(SimulatedJuju juju) {
    relate(juju);

    server("master", "dbname=master", "standbys", "dbname=s1\ndbname=s2");

    assertEquals(
        List.of(
            heard("master_available", "dbname=master", "dbname=s1", "dbname=s2"),
            heard("master_changed", "dbname=master", "dbname=s1", "dbname=s2"),
            heard("standby_available", "dbname=master", "dbname=s1", "dbname=s2"),
            heard("standby_changed", "dbname=master", "dbname=s1", "dbname=s2"),
            heard("database_available", "dbname=master", "dbname=s1", "dbname=s2"),
            heard("database_changed", "dbname=master", "dbname=s1", "dbname=s2")),
        stage.newsInFull());
  }

  /** Both are there and told of. */
  private void publishBoth(SimulatedJuju juju) {
    relate(juju);
    server("master", "dbname=master", "standbys", "dbname=standby");
    stage.news();
  }

  @SimulatedJujuTest
  void case10TellsOfAnotherMaster(SimulatedJuju juju) {
    publishBoth(juju);

    server("master", "dbname=other");

    assertEquals(List.of("master_changed", "database_changed"), stage.news());
  }

  @SimulatedJujuTest
  void case11TellsOfAnotherStandby(SimulatedJuju juju) {
    publishBoth(juju);

    server("standbys", "dbname=other");

    assertEquals(List.of("standby_changed", "database_changed"), stage.news());
  }

  @SimulatedJujuTest
  void case12TellsOfAnotherMasterAndAnotherStandby(SimulatedJuju juju) {
    publishBoth(juju);

    server("master", "dbname=m2", "standbys", "dbname=s2");

    assertEquals(List.of("master_changed", "standby_changed", "database_changed"), stage.news());
  }

  @SimulatedJujuTest
  void case13TellsThatTheMasterAndWithItAllIsGone(SimulatedJuju juju) {
    relate(juju);
    server("master", "dbname=master");
    stage.news();

    server("master", "");

    assertEquals(
        List.of(
            heard("master_changed", ""),
            heard("master_gone", ""),
            heard("database_changed", ""),
            heard("database_gone", "")),
        stage.newsInFull());
  }

  @SimulatedJujuTest
  void case14TellsThatTheMasterIsGoneAndTheStandbyIsNot(SimulatedJuju juju) {
    publishBoth(juju);

    server("master", "");

    assertEquals(List.of("master_changed", "master_gone", "database_changed"), stage.news());
  }

  @SimulatedJujuTest
  void case15TellsThatTheStandbysAreGone(SimulatedJuju juju) {
    publishBoth(juju);

    server("standbys", "");
    List<String> masterLeft = stage.news();
    server("master", "", "standbys", "dbname=standby");
    stage.news();
    server("standbys", "");

    assertEquals(List.of("standby_changed", "standby_gone", "database_changed"), masterLeft);
    assertEquals(
        List.of("standby_changed", "standby_gone", "database_changed", "database_gone"),
        stage.news());
  }

  @SimulatedJujuTest
  void case16TellsThatBothAreGone(SimulatedJuju juju) {
    publishBoth(juju);

    server("master", "", "standbys", "");

    assertEquals(BOTH_GONE, stage.news());
  }

  @SimulatedJujuTest
  void case17TellsThatBothAreGoneWhenTheServerGivesWhatNobodyAskedFor(SimulatedJuju juju) {
    publishBoth(juju);

    server("extensions", "foo");

    assertEquals(BOTH_GONE, stage.news());
  }

  @SimulatedJujuTest
  void case18TellsOnlyThatARelationWithoutServersIsBroken(SimulatedJuju juju) {
    relate(juju);

    relation.remove();

    assertEquals(List.of("database_relation_broken"), stage.news());
  }

  @SimulatedJujuTest
  void case19TellsThatAllIsGoneBeforeTheRelationIs(SimulatedJuju juju) {
    List<List<String>> told = new ArrayList<>();
    stage = Stage.in(juju).deploy();
    for (Map<String, String> published :
        List.of(
            Map.of("master", "dbname=m"),
            Map.of("standbys", "dbname=s"),
            Map.of("master", "dbname=m", "standbys", "dbname=s"))) {
      relation = stage.relate();
      relation.tamper("postgresql", published);
      stage.news();
      relation.remove();
      told.add(stage.news());
    }

    List<String> both = new ArrayList<>(BOTH_GONE);
    both.add("database_relation_broken");
    assertEquals(
        List.of(
            List.of(
                "master_changed",
                "master_gone",
                "database_changed",
                "database_gone",
                "database_relation_broken"),
            List.of(
                "standby_changed",
                "standby_gone",
                "database_changed",
                "database_gone",
                "database_relation_broken"),
            both),
        told);
  }

  @SimulatedJujuTest
  void case20ShowsNoConnectionStringsWhileTheRelationBreaks(SimulatedJuju juju) {
    publishBoth(juju);

    relation.remove();

    List<Heard> told = stage.newsInFull();
    assertEquals(7, told.size());
    assertEquals(
        told, told.stream().map(each -> heard(each.event(), "")).toList(), "the original: the old");
  }

  @SimulatedJujuTest
  void case21TellsNothingWhenTheSameIsWrittenInAnotherWay(SimulatedJuju juju) {
    relate(juju);
    server("master", "host=m dbname=d", "standbys", "host=s dbname=d");
    stage.news();

    server(
        "master", "dbname='d'  host = m",
        "standbys", "\npostgresql://s:5432/d\n");

    assertEquals(List.of(), stage.news());
  }

  @SimulatedJujuTest
  void case40ReadsOneStandbyFromEachLine(SimulatedJuju juju) {
    relate(juju);

    server("standbys", "host=s1\n\nhost=s2");
    List<Heard> two = stage.newsInFull();
    server("standbys", "\n");

    assertEquals(List.of("host=s1", "host=s2"), two.get(0).standbys());
    assertEquals(
        List.of("standby_changed", "standby_gone", "database_changed", "database_gone"),
        stage.news());
  }

  @SimulatedJujuTest
  void correction8ReadsStandbysWithCommasBetweenThem(SimulatedJuju juju) {
    relate(juju);

    server("standbys", "host=s1 port=1,host=s2");

    assertEquals(List.of("host=s1 port=1", "host=s2"), stage.newsInFull().get(0).standbys());
  }

  @SimulatedJujuTest
  void tellsTheSameAgainWhenAHandlerFailed(SimulatedJuju juju) {
    relate(juju);
    stage.telling =
        told -> {
          if (told.name().equals("database_changed") && stage.heard.size() == 4) {
            throw new IllegalStateException("a handler's own mistake");
          }
        };

    server("master", "dbname=master");

    List<String> once =
        List.of("master_available", "master_changed", "database_available", "database_changed");
    List<String> twice = new ArrayList<>(once);
    twice.addAll(once);
    assertEquals(twice, stage.news());
  }
}
