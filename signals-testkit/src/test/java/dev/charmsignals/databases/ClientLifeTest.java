package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.PostgreSqlClient;
import dev.charmsignals.postgresqlclient.Readiness;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Relations that end, come again and are several; hooks that fail, coalesce and get lost. */
class ClientLifeTest {

  private static final List<String> GONE =
      List.of(
          "master-changed",
          "master-gone",
          "standby-changed",
          "standby-gone",
          "database-changed",
          "database-gone",
          "database-relation-broken");

  private static final String OTHER =
      "name: other\nprovides:\n  database: {interface: postgresql_client}\n";

  @TempDir Path directory;

  private Desk answered(SimulatedJuju juju, String... aliases) {
    Desk desk =
        Desk.in(juju)
            .making(
                context ->
                    new PostgreSqlClient(context, "database")
                        .always(DatabaseRequest.database("mydb"))
                        .certificatesIn(directory)
                        .aliases(aliases))
            .deploy(1)
            .integrate();
    desk.answer(desk.answerA());
    desk.told();
    return desk;
  }

  private static SimulatedRelation another(SimulatedJuju juju, String name) {
    juju.deploy(name, CharmUnderTest.scripted(OTHER.replace("other", name), hook -> {}));
    SimulatedRelation relation = juju.integrate("app:database", name + ":database");
    juju.settle();
    return relation;
  }

  private static Map<String, String> plain(String user) {
    return Map.of("username", user, "password", "p", "endpoints", "10.0.1.1:5432");
  }

  private static List<Optional<String>> users(Desk desk) {
    return desk.ask(
        "app/0",
        client ->
            client.all().stream()
                .map(each -> each.master().flatMap(master -> master.user()))
                .toList());
  }

  @SimulatedJujuTest
  void case27NamesRelationsByTheirAge(SimulatedJuju juju) {
    Desk desk = answered(juju, "c1", "c2");
    another(juju, "second");
    another(juju, "third");

    assertEquals(
        List.of(Optional.of("c1"), Optional.of("c2"), Optional.empty()),
        desk.ask("app/0", client -> client.all().stream().map(Database::alias).toList()));
    assertTrue(
        desk.unit().logs().stream()
            .anyMatch(log -> log.text().contains("database has more relations than aliases")));
    assertEquals(
        List.of(),
        juju.hooks().stream().filter(hook -> hook.outcome() != HookOutcome.COMMITTED).toList());
  }

  @SimulatedJujuTest
  void tellsWhoseAliasIsAnotherNow(SimulatedJuju juju) {
    Desk desk = answered(juju, "c1", "c2");
    SimulatedRelation second = another(juju, "second");
    second.tamper("second", plain("u2"));
    juju.settle();
    desk.told();

    desk.relation().remove();
    juju.settle();

    List<String> told = desk.told();
    assertTrue(told.contains("alias-changed"), told::toString);
    assertEquals(Optional.of("c1"), desk.ask(Database::alias));
  }

  @SimulatedJujuTest(seeds = 3)
  void case28LeavesNothingBehindWhenTheRelationBreaks(SimulatedJuju juju) {
    Desk desk = answered(juju);
    Path file = directory.resolve("database-0-ca.pem");
    assertTrue(Files.exists(file));

    desk.relation().remove();
    juju.settle();

    assertEquals(GONE, desk.told());
    assertFalse(Files.exists(file));
    assertEquals(Map.of(), kept(desk));
    HookRecord broken =
        desk.unit().hooks().stream()
            .filter(hook -> hook.hook().name().equals("database-relation-broken"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(),
        broken.changes().stream().filter(change -> change.toString().contains("app ")).toList());
    assertEquals("missing relation: database", desk.unit().status().message());
  }

  private static Map<String, String> kept(Desk desk) {
    Map<String, String> state = new TreeMap<>(desk.unit().state());
    state.keySet().removeIf(key -> !key.contains("postgresql"));
    return state;
  }

  @SimulatedJujuTest
  void case28ShowsNothingInTheLastHook(SimulatedJuju juju) {
    List<String> seen = new ArrayList<>();
    Desk desk = Desk.in(juju);
    desk.wiring(
        (client, observers) ->
            observers.observe(
                client.on().databaseRelationBroken(),
                event -> {
                  Database database = client.of(event.relation());
                  seen.add(
                      "%s %s %s %s"
                          .formatted(
                              database.readiness(),
                              event.master(),
                              event.standbys(),
                              client.all()));
                }));
    desk.deploy(1).integrate();
    desk.answer(desk.answerA());

    desk.relation().remove();
    juju.settle();

    assertEquals(List.of("NO_RELATION Optional.empty [] []"), seen);
  }

  @SimulatedJujuTest
  void startsAfreshWhenTheRelationIsMadeAnew(SimulatedJuju juju) {
    Desk desk = answered(juju);
    desk.relation().remove();
    juju.settle();
    desk.told();

    desk.integrate();
    assertEquals(List.of("database-relation-joined"), desk.told());
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());

    desk.answer(desk.answerA());
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void goesOnAfterASuspension(SimulatedJuju juju) {
    Desk desk = answered(juju);

    desk.relation().suspend();
    juju.settle();
    assertEquals(GONE, desk.told());

    desk.relation().resume();
    juju.settle();
    assertEquals("database-relation-joined", desk.told().get(0));
    assertEquals(Readiness.READY, desk.readiness());
  }

  @SimulatedJujuTest
  void tellsOfARelationThatWasRemovedByForce(SimulatedJuju juju) {
    Desk desk = answered(juju);
    desk.relation().removeByForce();
    juju.settle();
    assertEquals(List.of(), desk.told());

    desk.unit().updateStatus();
    juju.settle();

    assertEquals(GONE, desk.told());
    assertFalse(Files.exists(directory.resolve("database-0-ca.pem")));
    assertEquals(Map.of(), kept(desk));
  }

  @SimulatedJujuTest
  void keepsSeveralRelationsApart(SimulatedJuju juju) {
    Desk desk = answered(juju);
    SimulatedRelation second = another(juju, "second");
    assertEquals(List.of("database-relation-joined"), desk.told());

    second.tamper("second", plain("u2"));
    juju.settle();
    assertEquals(
        List.of("master-available", "master-changed", "database-available", "database-changed"),
        desk.told());
    assertEquals(List.of(Optional.of("relation-7"), Optional.of("u2")), users(desk));

    desk.relation().remove();
    juju.settle();
    assertEquals(GONE, desk.told());
    assertEquals(List.of(Optional.of("u2")), users(desk));
  }

  @SimulatedJujuTest
  void keepsWhatIsTheSameInTwoRelationsAsDifferentThings(SimulatedJuju juju) {
    Desk desk = answered(juju);
    SimulatedRelation second = another(juju, "second");
    desk.answer(plain("u"));
    desk.relation().tamper("db", Map.of("secret-user", "", "secret-tls", ""));
    second.tamper("second", plain("u"));
    juju.settle();

    List<String> words = new ArrayList<>();
    kept(desk).values().forEach(value -> words.addAll(List.of(value.split(" "))));
    words.removeIf(word -> word.length() != 64);
    assertEquals(words.stream().distinct().toList(), words);
  }

  @SimulatedJujuTest(seeds = 5)
  void tellsOnceHoweverChangesCoalesce(SimulatedJuju juju) {
    Desk desk = answered(juju);
    desk.unit().hold();
    for (int i = 2; i < 6; i++) {
      desk.write(Map.of("endpoints", "10.0.0.%d:5432".formatted(i)));
      juju.settle();
    }
    desk.unit().release();
    juju.settle();

    assertEquals(List.of("master-changed", "database-changed"), desk.told());
    assertEquals(Optional.of("10.0.0.5"), desk.master().value("host"));
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void tellsNothingOfAChangeThatWasTakenBack(SimulatedJuju juju) {
    Desk desk = answered(juju);
    desk.unit().hold();
    desk.write(Map.of("endpoints", "10.9.9.9:1"));
    juju.settle();
    desk.write(Desk.endpoints());

    desk.unit().release();
    juju.settle();

    assertEquals(List.of(), desk.told());
  }

  @SimulatedJujuTest
  void findsWhatALostWakeUpWasAbout(SimulatedJuju juju) {
    Desk desk = answered(juju);
    desk.write(Map.of("endpoints", "10.9.9.9:1"));
    desk.unit().failNext("database-relation-changed");
    desk.unit().run("database-relation-changed");
    desk.unit().resolveWithoutRetry();
    desk.told();

    juju.application("app").config("name", "mydb2"); // any hook will do
    juju.settle();

    assertEquals(List.of("master-changed", "database-changed"), desk.told());
  }

  @SimulatedJujuTest
  void tellsAUnitThatComesLater(SimulatedJuju juju) {
    Desk desk = answered(juju);

    juju.application("app").addUnit();
    juju.settle();

    assertEquals("app/1 database-relation-joined", desk.told().get(0));
    assertEquals(
        Readiness.READY, desk.ask("app/1", client -> client.only().orElseThrow().readiness()));
  }

  /** Juju still lists the relation in the last hook, because the relation itself lives on. */
  @SimulatedJujuTest(seeds = 3)
  void tellsAUnitThatLeavesNothingAfterTheEnd(SimulatedJuju juju) {
    Desk desk = answered(juju);
    juju.application("app").addUnit();
    juju.settle();
    desk.told();

    juju.unit("app/1").remove();
    juju.settle();

    assertEquals(GONE.stream().map(event -> "app/1 " + event).toList(), desk.told());
    HookRecord broken =
        juju.hooks().stream()
            .filter(hook -> hook.unit().equals("app/1"))
            .filter(hook -> hook.hook().name().equals("database-relation-broken"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(
            "charm-signals/.postgresql-client/database/0 deleted",
            "charm-signals/.postgresql/database/0 deleted"),
        broken.changes().stream()
            .filter(change -> change.key().contains("postgresql"))
            .map(change -> change.toString().substring("state ".length()))
            .toList());
  }

  @SimulatedJujuTest
  void survivesAnUpgradeAndAnEditedState(SimulatedJuju juju) {
    Desk desk = answered(juju);
    desk.unit()
        .exec(
            hook -> {
              hook.setState("charm-signals/.postgresql-client/database/0", "what is this");
              hook.setState("charm-signals/.postgresql-client/database/zero", "");
            });

    juju.application("app").refresh(desk.charm());
    juju.settle();
    desk.unit().updateStatus();
    juju.settle();

    assertEquals("idle", desk.unit().agentStatus().status());
    assertEquals(List.of(), desk.told()); // the events are told by the other half of the state
    assertEquals(Readiness.READY, desk.readiness());
  }

  @SimulatedJujuTest
  void losesNoRequestWithItsLeader(SimulatedJuju juju) {
    Desk.in(juju).deploy(2);
    juju.unit("app/0").failNext("database-relation-created");
    SimulatedRelation relation = juju.integrate("app:database", "db:database");
    juju.settle();
    assertEquals(Map.of(), relation.bag("app"));

    juju.application("app").leader("app/1");
    juju.settle();

    assertEquals("mydb", relation.bag("app").get("database"));
    assertEquals("error", juju.unit("app/0").agentStatus().status());
  }

  @SimulatedJujuTest
  void writesNothingWhenTheLeaseEndsDuringTheHook(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(2);
    juju.unit("app/0")
        .beforeCommit("database-relation-created", () -> juju.application("app").leader("app/1"));
    SimulatedRelation relation = juju.integrate("app:database", "db:database");
    juju.unit("app/0").run("database-relation-created");
    assertEquals(Map.of(), relation.bag("app"));

    juju.unit("app/0").resolve();
    juju.settle();

    assertEquals("mydb", relation.bag("app").get("database"));
    assertEquals(
        List.of("database-relation-joined", "database-relation-joined"),
        desk.told().stream().filter(each -> !each.startsWith("app/1")).toList());
  }
}
