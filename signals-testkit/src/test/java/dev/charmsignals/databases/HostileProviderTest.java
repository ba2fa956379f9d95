package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.ProviderStatus;
import dev.charmsignals.postgresqlclient.Readiness;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Providers that write garbage, much of it, or something else than they should. */
class HostileProviderTest {

  private static final List<String> KEYS =
      List.of(
          "database",
          "resource",
          "endpoints",
          "read-only-endpoints",
          "secret-user",
          "secret-tls",
          "secret-entity",
          "username",
          "password",
          "tls",
          "tls-ca",
          "entity-name",
          "entity-password",
          "version",
          "prefix-databases",
          "subordinated",
          "status",
          "requests",
          "data",
          "uris",
          "state");

  static final List<String> REQUEST_KEYS =
      List.of(
          "database",
          "requested-secrets",
          "extra-user-roles",
          "extra-group-roles",
          "entity-type",
          "entity-permissions",
          "external-node-connectivity",
          "version",
          "requests",
          "data");

  private static final List<String> WORDS =
      List.of(
          "v1",
          "true",
          "[]",
          "{}",
          "[[[[[[[[[[[[",
          "[{\"code\":5000}]",
          "[{\"code\":-1},{\"code\":99999999999},7,null]",
          "[{\"request-id\":7,\"secret-user\":{\"a\":[]},\"endpoints\":true}]",
          "secret:0123456789abcdefghij",
          "secret://11111111-2222-3333-4444-555555555555/0123456789abcdefghij",
          "secret:",
          "host:99999,:,::1,[::1]:x,[],a b:5,/tmp:5432,@x:1,h:5432",
          "\u0000",
          "a\u0000b",
          "line\nINFO forged",
          "\ud83d\ude00",
          "postgresql://u:p@h/d?sslmode=disable",
          "' or 1=1 --");

  static String word(SplittableRandom random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static void assertNoHookFailed(SimulatedJuju juju) {
    assertEquals(
        List.of(),
        juju.hooks().stream()
            .filter(hook -> hook.outcome() != HookOutcome.COMMITTED)
            .map(HookRecord::toString)
            .toList());
  }

  @SimulatedJujuTest(seeds = 3)
  void neverFailsAHookWhateverIsWritten(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    SplittableRandom random = new SplittableRandom(juju.seed());
    for (int round = 0; round < 20; round++) {
      Map<String, String> bag = new HashMap<>();
      for (String key : KEYS) {
        if (random.nextInt(3) == 0) {
          bag.put(key, word(random));
        }
      }
      desk.answer(bag);
      desk.relation().tamper("db/0", Map.of("state", word(random)));
      desk.unit().updateStatus();
      juju.settle();
    }

    assertNoHookFailed(juju);
    assertFalse(
        juju.logs().stream().anyMatch(log -> log.text().lines().anyMatch("INFO forged"::equals)));
  }

  @SimulatedJujuTest
  void neverFailsAHookForOneWrongPartOfARightAnswer(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    Map<String, String> answer = desk.relation().bag("db");
    for (String key : List.of("database", "endpoints", "secret-tls", "version", "tls-ca")) {
      for (String word : WORDS) {
        desk.answer(Map.of(key, word));
      }
      desk.answer(Map.of(key, answer.getOrDefault(key, "")));
      assertEquals(Readiness.READY, desk.readiness(), key);
    }

    assertNoHookFailed(juju);
  }

  @SimulatedJujuTest
  void readsPastMegabytesOfGarbage(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> bag = new HashMap<>(desk.answerA());
    for (int i = 0; i < 3; i++) {
      bag.put("garbage-" + i, "x".repeat(1 << 20));
    }
    for (int i = 0; i < 5_000; i++) {
      bag.put("key-" + i, "v");
    }
    bag.put("data", "[".repeat(1 << 20));

    desk.answer(bag);

    assertNoHookFailed(juju);
    assertEquals(Desk.AVAILABLE, desk.told());
    assertEquals(Readiness.READY, desk.readiness());
  }

  @SimulatedJujuTest
  void keepsWhatItToldWhenAnAnswerBecomesTooLongToBeRead(SimulatedJuju juju) {
    Desk desk = ClientAnswerTest.answered(juju);
    desk.answer(Map.of("status", "[{\"code\":1000}]"));
    assertEquals(List.of("status-raised 1000"), desk.told());

    desk.answer(
        Map.of("secret-user", "s".repeat(1 << 20), "status", "[" + "7,".repeat(1 << 19) + "7]"));

    assertNoHookFailed(juju);
    assertEquals(List.of(), desk.told()); // nothing is gone for sure
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
  }

  @SimulatedJujuTest
  void boundsWhatItTakesFromALongAnswer(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> bag = new HashMap<>(desk.answerA());
    bag.put("endpoints", "h:1,".repeat(10_000) + "g:2");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      many.append("h").append(i).append(":5432,");
    }
    bag.put("read-only-endpoints", many.toString());
    bag.put("version", "16\nINFO forged " + "x".repeat(10_000));
    bag.put("status", "[{\"code\":1000,\"message\":\"a\\nb\u202e\"}]");

    desk.answer(bag);

    assertNoHookFailed(juju);
    assertEquals(100, desk.ask(Database::standbys).size());
    assertEquals(201, desk.ask(database -> database.version().orElse("")).length());
    assertTrue(desk.ask(database -> database.version().orElse("")).startsWith("16 INFO forged"));
    assertEquals(
        List.of(new ProviderStatus(1000, "a b", "")), desk.ask(Database::providerStatuses));
  }

  @SimulatedJujuTest
  void connectsToNoSocketOfAnothersChoice(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    Map<String, String> bag = new HashMap<>(desk.answerA());
    bag.put("endpoints", "/var/run/postgresql:5432,@abstract:5432,%2Ftmp:5432,h h:5432");

    desk.answer(bag);

    assertEquals(Readiness.WAITING_ENDPOINTS, desk.readiness());
  }

  @SimulatedJujuTest
  void putsNothingIntoAConnectionStringButWhereItBelongs(SimulatedJuju juju) {
    Desk desk = Desk.related(juju);
    String evil = "d' host=evil sslmode=disable dbname='x?sslmode=disable&host=evil";
    Map<String, String> bag = new HashMap<>(desk.answerA());
    bag.put("database", evil);
    bag.put("secret-user", desk.secret(Map.of("username", evil, "password", evil)));

    desk.answer(bag);

    var master = desk.master();
    assertEquals(List.of("10.0.0.1", evil, evil, evil, "verify-ca"), parts(master));
    var fromUri = ConnectionString.parse(master.uri());
    var fromText = ConnectionString.parse(master.conninfo());
    assertEquals(parts(master), parts(fromUri));
    assertEquals(parts(master), parts(fromText));
  }

  private static List<String> parts(ConnectionString string) {
    return List.of("host", "dbname", "user", "password", "sslmode").stream()
        .map(key -> string.value(key).orElse(""))
        .toList();
  }
}
