package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresqlclient.DataContract;
import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.Entity;
import dev.charmsignals.postgresqlclient.Readiness;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client makes of a provider's answer, whatever comes of it first. */
class ClientAnswerTest {

  private static final List<String> MASTER =
      List.of("master-available", "master-changed", "database-available", "database-changed");

  private static final Map<String, String> PLAIN =
      Map.of(
          "username", "u",
          "password", "p",
          "endpoints", "10.0.0.1:5432",
          "tls", "False");

  @SimulatedJujuTest(seeds = 3)
  void case7TellsOfAnAnswerOnceInEveryUnit(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(2).integrate();
    desk.told();

    desk.answer(desk.answerA());

    List<String> told = desk.told();
    assertEquals(Desk.AVAILABLE, told.stream().filter(each -> !each.startsWith("app/1")).toList());
    assertEquals(
        Desk.AVAILABLE.stream().map("app/1 "::concat).toList(),
        told.stream().filter(each -> each.startsWith("app/1")).toList());
    assertEquals(Optional.of("relation-7 " + Desk.PASSWORD), desk.login());
    assertEquals(
        List.of(Optional.of("16.9"), true, List.of("mydb"), Readiness.READY),
        desk.ask(
            "app/1",
            client -> {
              Database database = client.only().orElseThrow();
              return List.of(
                  database.version(), database.offersTls(), database.names(), database.readiness());
            }));

    desk.answer(Map.of("unknown", "key")); // a hook without news
    desk.unit().wakeWithoutNews(desk.relation(), "db");
    juju.settle();
    assertEquals(List.of(), desk.told());
  }

  @SimulatedJujuTest
  void case8WaitsForCredentialsAfterEndpoints(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> answer = desk.answerA();

    desk.answer(Desk.endpoints());
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals(List.of(), desk.told());

    desk.answer(answer);
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void case8WaitsForEndpointsAfterCredentials(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> answer = desk.answerA();
    Map<String, String> first = new HashMap<>(answer);
    first.keySet().removeAll(Desk.endpoints().keySet());

    desk.answer(first);
    assertEquals(Readiness.WAITING_ENDPOINTS, desk.readiness());
    assertEquals(List.of(), desk.told());

    desk.answer(answer);
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void case9TakesUserAndPasswordFromDifferentHooks(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(Map.of("username", "u", "endpoints", "10.0.0.1:5432"));
    assertEquals(List.of(), desk.told());

    desk.answer(Map.of("password", "p"));
    assertEquals(MASTER, desk.told());
    assertEquals(Optional.of("u p"), desk.login());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_2_9)
  void case10TakesAnAnswerInClearInOldJuju(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(PLAIN);

    assertEquals(MASTER, desk.told());
    assertEquals(Optional.of("u p"), desk.login());
    assertEquals(false, desk.ask(Database::offersTls));
  }

  @SimulatedJujuTest
  void case10TakesAnAnswerInClearAlthoughSecretsWereAskedFor(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(PLAIN);

    assertEquals(MASTER, desk.told());
    assertEquals(Optional.of("u p"), desk.login());
  }

  @SimulatedJujuTest
  void case11PrefersTheSecretToWhatIsInClear(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> answer = desk.answerA();
    answer.put("username", "plain");
    answer.put("password", "old");

    desk.answer(answer);

    assertEquals(Optional.of("relation-7 " + Desk.PASSWORD), desk.login());
  }

  @SimulatedJujuTest
  void case12TellsNothingWhenTheSameComesAsASecret(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    desk.answer(PLAIN);
    desk.told();

    desk.answer(Map.of("secret-user", desk.secret(Map.of("username", "u", "password", "p"))));

    assertEquals(List.of(), desk.told());
    assertEquals(Optional.of("u p"), desk.login());
  }

  @SimulatedJujuTest
  void case13TellsOfBothListsWhenBothChange(SimulatedJuju juju) {
    Desk desk = answered(juju);

    desk.answer(Map.of("endpoints", "10.0.0.2:5432", "read-only-endpoints", "10.0.0.1:5432"));

    assertEquals(List.of("master-changed", "standby-changed", "database-changed"), desk.told());
  }

  @SimulatedJujuTest
  void case14ReconnectsNobodyForAnotherVersion(SimulatedJuju juju) {
    Desk desk = answered(juju);

    desk.answer(Map.of("version", "16.10"));

    assertEquals(List.of(), desk.told());
    assertEquals(Optional.of("16.10"), desk.ask(Database::version));
  }

  @SimulatedJujuTest
  void case15KeepsThePoolWhileThereIsNoPrimary(SimulatedJuju juju) {
    Desk desk = answered(juju);

    desk.answer(Map.of("endpoints", ""));
    assertEquals(Readiness.WAITING_ENDPOINTS, desk.readiness());
    assertEquals("waiting", desk.unit().status().status());

    desk.answer(Desk.endpoints());
    assertEquals(Readiness.READY, desk.readiness());
    assertEquals(List.of(), desk.told());
  }

  @SimulatedJujuTest
  void tellsOfThePrimaryThatComesAfterNone(SimulatedJuju juju) {
    Desk desk = answered(juju);
    desk.answer(Map.of("endpoints", ""));

    desk.answer(Map.of("endpoints", "10.0.0.2:5432"));

    assertEquals(List.of("master-changed", "database-changed"), desk.told());
  }

  @SimulatedJujuTest
  void case16ReadsFromThePrimaryWhenThereIsNoStandby(SimulatedJuju juju) {
    Desk desk = answered(juju);

    desk.answer(Map.of("read-only-endpoints", ""));

    assertEquals(List.of("standby-changed", "standby-gone", "database-changed"), desk.told());
    assertEquals(Optional.of(desk.master()), desk.ask(database -> database.readOnly()));
    assertEquals(List.of(), desk.ask(Database::standbys));
  }

  @SimulatedJujuTest
  void case20IgnoresTheShadowsOfPythonCharms(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    desk.relation().tamper("app/0", Map.of("data", "not json"));
    Map<String, String> answer = desk.answerA();
    answer.putAll(Map.of("data", "zzz", "status", "oops"));

    desk.answer(answer);

    assertEquals(Desk.AVAILABLE, desk.told());
    assertTrue(
        desk.unit().logs().stream()
            .anyMatch(
                log ->
                    log.level().name().equals("WARNING")
                        && log.text()
                            .endsWith(
                                "Of what db wrote in database:0 this is left out:"
                                    + " status is not JSON")),
        () -> desk.unit().logs().toString());
    assertEquals("not json", desk.relation().bag("app/0").get("data"));
  }

  @SimulatedJujuTest
  void case21WaitsForTheSubordinateBesideIt(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(desk.answerA("subordinated", "true"));
    assertEquals(Readiness.WAITING_SUBORDINATE, desk.readiness());
    assertEquals(List.of(), desk.told());

    desk.relation().tamper("db/0", Map.of("state", "ready"));
    juju.settle();
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void waitsForNoSubordinateThatIsNotSaidToBeOne(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(desk.answerA("subordinated", "True"));

    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest(seeds = 8)
  void case22TakesOneReadyUnitOfTwo(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(1);
    juju.application("db").scale(2).leader("db/0");
    desk.integrate();
    desk.told();
    Map<String, String> answer = desk.answerA("subordinated", "true");
    String ready = juju.seed() % 2 == 0 ? "db/0" : "db/1";
    desk.relation().tamper(ready, Map.of("state", "ready"));

    desk.answer(answer);

    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void case23TellsApplicationsApartByTheirWholeName(SimulatedJuju juju) {
    Desk desk = Desk.in(juju, "db", "dbouncer").deploy(1).integrate();
    desk.told();
    Map<String, String> answer = desk.answerA("subordinated", "true");
    desk.relation().tamper("dbouncer/0", Map.of("state", "ready"));

    desk.answer(answer);

    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void case24WaitsForADatabaseWithThePrefix(SimulatedJuju juju) {
    Desk desk = Desk.related(juju, DatabaseRequest.database("app*"));

    desk.answer(desk.answerA("database", "app*"));
    assertEquals(Readiness.WAITING_DATABASE, desk.readiness());
    assertEquals(List.of(), desk.told());

    desk.answer(Map.of("prefix-databases", "app2,app1"));
    assertEquals(Desk.AVAILABLE, desk.told());
    assertEquals(List.of("app1", "app2"), desk.ask(Database::names));
    assertEquals(Optional.of("app1"), desk.master().database());
    assertEquals(
        Optional.of("app2"),
        desk.ask(database -> database.master("app2").flatMap(ConnectionString::database)));
    assertEquals(Optional.empty(), desk.ask(database -> database.master("other")));

    desk.answer(Map.of("prefix-databases", "app1,app2,app3"));
    assertEquals(List.of("prefix-databases-changed"), desk.told());
  }

  @SimulatedJujuTest
  void case25ConnectsAsTheEntityThatWasAskedFor(SimulatedJuju juju) {
    Desk desk = Desk.related(juju, DatabaseRequest.database("mydb").withEntity(Entity.user()));

    desk.answer(
        Map.of(
            "endpoints",
            "10.0.0.1:5432",
            "secret-entity",
            desk.secret(Map.of("entity-name", "me", "entity-password", "pw"))));

    assertEquals(
        List.of(
            "master-available",
            "master-changed",
            "database-available",
            "database-changed",
            "entity-created"),
        desk.told());
    assertEquals(Optional.of("me pw"), desk.login());
    assertEquals(Optional.of("me"), desk.ask(Database::entity));
  }

  @SimulatedJujuTest
  void connectsAsNoGroup(SimulatedJuju juju) {
    Desk desk = Desk.related(juju, DatabaseRequest.database("mydb").withEntity(Entity.group()));

    desk.answer(
        Map.of(
            "endpoints",
            "10.0.0.1:5432",
            "secret-entity",
            desk.secret(Map.of("entity-name", "readers"))));

    assertEquals(List.of("entity-created"), desk.told());
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals(Optional.of("readers"), desk.ask(Database::entity));
  }

  @SimulatedJujuTest
  void handsOutNoPasswordOfAProviderThatWasWrongFromTheStart(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(desk.answerA("status", "[{\"code\":5000,\"message\":\"m\",\"resolution\":\"r\"}]"));
    assertEquals(List.of("status-raised 5000"), desk.told());
    assertEquals(Optional.empty(), desk.login());
    assertEquals(List.of(), desk.ask(Database::standbys));

    desk.answer(Map.of("status", ""));
    assertEquals(Readiness.READY, desk.readiness());
  }

  @SimulatedJujuTest
  void case26TellsOnceWhatTheProviderSaysIsWrong(SimulatedJuju juju) {
    Desk desk = answered(juju);

    desk.answer(Map.of("status", "[{\"code\":5000,\"message\":\"m\",\"resolution\":\"r\"}]"));
    desk.unit().updateStatus();
    juju.settle();
    assertEquals(List.of("status-raised 5000"), desk.told());
    assertEquals(Readiness.BLOCKED_PROVIDER, desk.readiness());
    assertEquals("db: m (r)", desk.unit().status().message());
    assertEquals(true, desk.ask(database -> database.master().isPresent()));

    desk.answer(Map.of("status", ""));
    assertEquals(List.of("status-resolved 5000"), desk.told());
    assertEquals(Readiness.READY, desk.readiness());
  }

  @SimulatedJujuTest
  void announcesNothingWhileTheProviderIsBlocked(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(desk.answerA("status", "[{\"code\":5001}, {\"code\":1000}]"));
    assertEquals(List.of("status-raised 1000", "status-raised 5001"), desk.told());

    desk.answer(Map.of("status", "[{\"code\":1000}]"));
    List<String> expected = new ArrayList<>(Desk.AVAILABLE);
    expected.add("status-resolved 5001");
    assertEquals(expected, desk.told());
    assertEquals(Readiness.READY, desk.readiness());
  }

  @SimulatedJujuTest
  void case29TakesAnEncryptionSecretForNoAnswer(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(1).integrateAcrossModels();
    desk.told();

    desk.answer(Map.of("encryption-secret", desk.secret(Map.of("encryption-key", "k"))));
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals(List.of(), desk.told());

    desk.answer(desk.answerA());
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  private static Desk askingInV1(SimulatedJuju juju) {
    Desk desk =
        Desk.in(juju)
            .making(
                Desk.asking(
                    DatabaseRequest.database("mydb")
                        .withContract(DataContract.V1)
                        .withSalt("aaaaaaaaaaaaaaaa")))
            .deploy(2)
            .integrate();
    desk.told();
    return desk;
  }

  @SimulatedJujuTest
  void case31NeedsNoShadowInTheNewerContract(SimulatedJuju juju) {
    Desk desk = askingInV1(juju);
    String user = desk.secret(Map.of("username", "u", "password", "p"));
    String tls = desk.secret(Map.of("tls", "true", "tls-ca", Desk.AUTHORITY));

    desk.answer(
        Map.of(
            "version",
            "v1",
            "requests",
            ("[{\"request-id\":\"0000000000000000\",\"secret-user\":null,\"endpoints\":\"x:1\"},"
                    + "{\"resource\":\"actual\",\"request-id\":\"46115cb33941f3d9\","
                    + "\"salt\":\"aaaaaaaaaaaaaaaa\",\"endpoints\":\"10.0.0.1:5432\","
                    + "\"read-only-endpoints\":null,\"secret-user\":\"%s\",\"secret-tls\":\"%s\","
                    + "\"version\":\"16.9\"}]")
                .formatted(user, tls)));

    assertEquals(MASTER, desk.told().stream().filter(each -> !each.startsWith("app/1")).toList());
    assertEquals(
        List.of(List.of("actual"), Optional.of("16.9"), true),
        desk.ask(database -> List.of(database.names(), database.version(), database.offersTls())));
    assertEquals(Optional.of("u p"), desk.login());
  }

  @SimulatedJujuTest
  void case32TakesTheOlderAnswerOfANewerProvider(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> answer = desk.answerA();
    answer.put("resource", "actual");
    answer.put("salt", "kkkkkkkkkkkkkkkk");
    answer.put("secret-tls", desk.secret(Map.of("tls", "true", "tls-ca", Desk.AUTHORITY)));

    desk.answer(answer);

    assertEquals(Desk.AVAILABLE, desk.told());
    assertEquals(true, desk.ask(Database::offersTls));
    assertEquals(Optional.of("actual"), desk.master().database());
  }

  @SimulatedJujuTest
  void takesTheNameThatWasAskedForFromOldProviders(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(2).integrate();
    Map<String, String> answer = desk.answerA();
    answer.remove("database");

    desk.answer(answer);

    for (String unit : List.of("app/0", "app/1")) {
      assertEquals(List.of("mydb"), desk.ask(unit, client -> client.only().orElseThrow().names()));
    }
  }

  @SimulatedJujuTest
  void takesAVersionForThatOfTheContractOnlyWithRequestsBesideIt(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    desk.answer(desk.answerA("version", "v1"));

    assertEquals(Desk.AVAILABLE, desk.told());
    assertEquals(Optional.of("v1"), desk.ask(Database::version));
  }

  @SimulatedJujuTest
  void waitsForASilentProviderForEver(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);

    juju.advance(Duration.ofDays(400));
    desk.unit().updateStatus();
    juju.settle();

    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals("waiting for db to create a user", desk.unit().status().message());
    assertEquals("idle", desk.unit().agentStatus().status());
  }

  /** Returns one that was told of answer A, and has forgotten what it was told. */
  static Desk answered(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    desk.answer(desk.answerA());
    desk.told();
    return desk;
  }
}
