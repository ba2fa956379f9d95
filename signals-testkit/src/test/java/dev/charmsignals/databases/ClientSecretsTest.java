package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.Readiness;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials that are secrets: granted late, rotated, replaced, withdrawn. */
class ClientSecretsTest {

  private static final List<String> ROTATED =
      List.of("master-changed", "standby-changed", "database-changed", "credentials-changed");

  private final List<String> seen = new ArrayList<>();

  private String user(Desk desk) {
    return desk.relation().bag("db").getOrDefault("secret-user", "");
  }

  private static Map<String, String> of(String password) {
    return Map.of("username", "relation-7", "password", password);
  }

  @SimulatedJujuTest(seeds = 3)
  void case17TellsOfARotatedPasswordOnce(SimulatedJuju juju) {
    Desk desk = Desk.in(juju);
    desk.wiring(
        (client, observers) ->
            observers.observe(
                client.news().credentialsChanged(),
                event -> seen.addAll(everyForm(event.database()))));
    desk.deploy(1).integrate();
    desk.answer(desk.answerA());
    desk.told();

    desk.rotate(user(desk), of("new"));
    juju.settle();

    assertEquals(ROTATED, desk.told());
    assertEquals(
        List.of(
            "dbname=mydb host=10.0.0.1 password=new port=5432 user=relation-7",
            "postgresql://relation-7:new@10.0.0.1:5432/mydb",
            "new"),
        seen);
    List<String> hooks = desk.unit().hookNames();
    assertEquals("secret-changed " + user(desk), hooks.get(hooks.size() - 1));
  }

  private static List<String> everyForm(Database database) {
    var master = database.master().orElseThrow().with(Map.of("sslmode", "", "sslrootcert", ""));
    return List.of(
        master.conninfo(), master.uri(), master.jdbcProperties().getProperty("password"));
  }

  @SimulatedJujuTest
  void case18TakesTheUserOfAnotherSecret(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);

    desk.answer(Map.of("secret-user", desk.secret(Map.of("username", "u2", "password", "p2"))));

    assertEquals(Optional.of("u2 p2"), desk.login());
    assertEquals(ROTATED, desk.told());
  }

  @SimulatedJujuTest
  void case19WaitsForASecretThatItMayNotReadYet(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> answer = desk.answerA();
    String late = desk.ungranted(of("pw"));
    answer.put("secret-user", late);

    desk.answer(answer);
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals("idle", desk.unit().agentStatus().status());
    assertEquals("waiting for db to create a user", desk.unit().status().message());

    desk.grant(late);
    juju.settle(); // nobody is told of a grant
    assertEquals(List.of(), desk.told());
    desk.unit().updateStatus();
    juju.settle();
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void case19WaitsForAPassword(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> answer = desk.answerA();
    String secret = desk.secret(Map.of("username", "relation-7"));
    answer.put("secret-user", secret);

    desk.answer(answer);
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());

    desk.rotate(secret, of("pw"));
    juju.settle();
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void readsASecretOfAnotherModelByItsWholeUri(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(1).integrateAcrossModels();
    desk.told();
    Map<String, String> answer = desk.answerA();
    String id = answer.getOrDefault("secret-user", "").substring("secret:".length());
    answer.put("secret-user", "secret://11111111-2222-3333-4444-555555555555/" + id);

    desk.answer(answer);

    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void showsHowThingsAreWhenNewsAreToldLater(SimulatedJuju juju) {
    Desk desk = Desk.in(juju);
    desk.wiring(
        (client, observers) ->
            observers.observe(
                client.news().credentialsChanged(),
                "reconnect",
                event -> {
                  Database database = event.database();
                  seen.add(
                      database.readiness()
                          + database.master().flatMap(master -> master.password()).orElse(""));
                  if (seen.size() < 4) {
                    event.defer();
                  }
                }));
    desk.deploy(1).integrate();
    desk.answer(desk.answerA());
    desk.rotate(user(desk), of("one"));
    juju.settle();
    desk.rotate(user(desk), of("two"));
    juju.settle();
    desk.relation().remove();
    juju.settle();

    // It is told of the newest each time, and when the relation is over, of that.
    assertEquals(List.of("READYone", "READYtwo", "READYtwo"), seen.subList(0, 3));
    assertEquals("NO_RELATION", seen.get(seen.size() - 1));
  }

  @SimulatedJujuTest
  void handsOutNoPasswordBeforeItKnowsWhetherThereIsTls(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> answer = desk.answerA();
    String late = desk.ungranted(Map.of("tls", "True", "tls-ca", Desk.AUTHORITY));
    answer.put("secret-tls", late);

    desk.answer(answer);
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals(Optional.empty(), desk.login());
    assertEquals(List.of(), desk.told());

    desk.grant(late);
    desk.unit().updateStatus();
    juju.settle();
    assertEquals(Desk.AVAILABLE, desk.told());
    assertEquals(Optional.of("verify-ca"), desk.master().value("sslmode"));
  }

  @SimulatedJujuTest
  void tellsOfNoConnectionWithoutTlsWhileThatCannotBeRead(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    String late = desk.ungranted(Map.of("tls", "True", "tls-ca", Desk.AUTHORITY));

    desk.answer(Map.of("secret-tls", late));
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals(Optional.empty(), desk.login());
    desk.answer(Map.of("secret-tls", "none of Juju's"));
    assertEquals(Optional.empty(), desk.login());
    assertEquals(List.of(), desk.told());

    desk.grant(late);
    desk.answer(Map.of("secret-tls", late));
    assertEquals(List.of(), desk.told());
    assertEquals(Optional.of("verify-ca"), desk.master().value("sslmode"));
  }

  @SimulatedJujuTest
  void takesWhatIsInClearUntilTheSecretCanBeRead(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    desk.answer(Map.of("username", "u", "password", "p", "endpoints", "10.0.0.1:5432"));
    desk.told();

    desk.answer(Map.of("secret-user", desk.ungranted(of("pw"))));

    assertEquals(Optional.of("u p"), desk.login());
    assertEquals(List.of(), desk.told());
  }

  @SimulatedJujuTest
  void findsARotationThatItWasNeverToldOf(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    desk.rotate(user(desk), of("new"));
    desk.unit().failNext("secret-changed");
    desk.unit().run("secret-changed");
    desk.unit().resolveWithoutRetry(); // and Juju never tells of it again
    desk.told();

    desk.unit().updateStatus();
    juju.settle();

    assertEquals(Optional.of("relation-7 new"), desk.login());
    assertEquals(ROTATED, desk.told());
  }

  @SimulatedJujuTest
  void tellsAgainWhenTheHookThatToldFailed(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    desk.rotate(user(desk), of("new"));
    desk.unit().failNext("secret-changed");
    HookRecord failed = desk.unit().run("secret-changed");
    assertEquals(HookOutcome.FAILED, failed.outcome());
    assertEquals(ROTATED, desk.told());

    desk.unit().resolve();

    assertEquals(ROTATED, desk.told());
  }

  @SimulatedJujuTest
  void tellsNothingAgainWhenACommittedHookIsRunAgain(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    desk.rotate(user(desk), of("new"));
    desk.unit().crashAfterCommit("secret-changed");
    desk.unit().run("secret-changed");
    assertEquals(ROTATED, desk.told());

    desk.unit().resolve();
    juju.settle();

    assertEquals(List.of(), desk.told());
  }

  @SimulatedJujuTest
  void tellsOnceOfRotationsDuringAnOutage(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    desk.unit().hold();
    desk.rotate(user(desk), of("one"));
    juju.settle();
    desk.rotate(user(desk), of("two"));
    desk.write(Map.of("endpoints", "10.0.0.9:5432"));
    juju.settle();

    desk.unit().release().restartAgent();
    juju.settle();

    // The secret hook comes first, and finds the endpoints, too.
    assertEquals(ROTATED, desk.told());
    assertEquals(Optional.of("relation-7 two"), desk.login());
  }

  @SimulatedJujuTest
  void readsTheNewestRevisionWhenItsOwnIsGone(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    String uri = user(desk);
    desk.unit().hold();
    desk.rotate(uri, of("new"));
    desk.provider(hook -> hook.text("secret-remove", uri, "--revision=1"));
    desk.unit().release();

    juju.settle();

    assertEquals(Optional.of("relation-7 new"), desk.login());
    assertEquals(ROTATED, desk.told());
  }

  @SimulatedJujuTest
  void tellsThatAllIsGoneWhenTheSecretIs(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    String uri = user(desk);

    desk.provider(hook -> hook.text("secret-remove", uri));
    desk.unit().updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "master-changed",
            "master-gone",
            "standby-changed",
            "standby-gone",
            "database-changed",
            "database-gone"),
        desk.told());
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());

    desk.answer(Map.of("secret-user", desk.secret(of("back"))));
    assertEquals(Desk.AVAILABLE, desk.told());
  }

  @SimulatedJujuTest
  void tellsThatAllIsGoneWhenTheGrantIs(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    String uri = user(desk);

    desk.provider(hook -> hook.text("secret-revoke", uri, "--app", "app"));
    desk.unit().updateStatus();
    juju.settle();

    assertEquals("master-gone", desk.told().get(1));
  }

  @SimulatedJujuTest
  void tellsOfUserAndAuthorityAtOnce(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    String tls = desk.relation().bag("db").getOrDefault("secret-tls", "");
    String authority = Desk.AUTHORITY.replace("MIIB", "MIIC");

    desk.rotate(user(desk), of("new"));
    desk.rotate(tls, Map.of("tls", "True", "tls-ca", authority));
    juju.settle();

    assertEquals(ROTATED, desk.told());
    assertEquals(Optional.of(authority), desk.ask(Database::certificateAuthority));
  }

  @SimulatedJujuTest
  void tellsOfAnotherAuthorityAlone(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    String tls = desk.relation().bag("db").getOrDefault("secret-tls", "");

    desk.rotate(tls, Map.of("tls", "True", "tls-ca", Desk.AUTHORITY.replace("MIIB", "MIIC")));
    juju.settle();

    assertEquals(List.of("credentials-changed"), desk.told());
  }

  @SimulatedJujuTest(seeds = 3)
  void tellsEveryUnitWhicheverLeads(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(3).integrate();
    desk.answer(desk.answerA());
    desk.told();
    juju.application("app").leader("app/2");

    desk.rotate(user(desk), of("new"));
    juju.settle();

    Map<String, Long> times = new HashMap<>();
    desk.told().forEach(each -> times.merge(each.replaceAll(" .*", ""), 1L, Long::sum));
    assertEquals(
        Map.of(
            "app/1", 4L,
            "app/2", 4L,
            "master-changed", 1L,
            "standby-changed", 1L,
            "database-changed", 1L,
            "credentials-changed", 1L),
        times);
  }

  @SimulatedJujuTest
  void keepsNoPasswordOfItsOwn(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    desk.rotate(user(desk), of("hunter2"));
    juju.settle();
    desk.login();

    String kept =
        desk.unit().state() + " " + desk.relation().bag("app") + desk.relation().bag("app/0");
    String said = juju.logs() + juju.timeline() + desk.ask(Database::toString);
    for (String secret : List.of("hunter2", Desk.PASSWORD, "relation-7")) {
      assertFalse(kept.contains(secret), kept);
      assertFalse(said.contains(secret), said);
    }
  }
}
