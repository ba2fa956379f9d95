package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.postgresql.Server;
import dev.charmsignals.postgresqlclient.ClientRequest;
import dev.charmsignals.postgresqlclient.Credentials;
import dev.charmsignals.postgresqlclient.DataContract;
import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.DatabaseClient;
import dev.charmsignals.postgresqlclient.DatabaseOffer;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.Entity;
import dev.charmsignals.postgresqlclient.PostgreSqlClient;
import dev.charmsignals.postgresqlclient.PostgreSqlProvider;
import dev.charmsignals.postgresqlclient.ProviderEvents;
import dev.charmsignals.postgresqlclient.ProviderStatus;
import dev.charmsignals.postgresqlclient.Readiness;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.SecretFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Both sides of the interface, each written with this toolkit, and each alone. */
class ProviderTest {

  private static final String PROVIDER =
      "name: db\nprovides:\n  database: {interface: postgresql_client}\n";

  private static final List<Server> WRITERS = List.of(new Server("10.0.0.1", 5432));
  private static final List<Server> READERS = List.of(new Server("fd00::2", 5433));

  private final List<String> told = new ArrayList<>();
  private boolean up = true;
  private String password = "s3cret";
  private Consumer<PostgreSqlProvider> deed = provider -> {};

  /** Makes databases in no time, but only while the server is up. */
  private final class Providing extends Charm {

    private final PostgreSqlProvider clients = new PostgreSqlProvider(context(), "database");

    Providing(CharmContext context) {
      super(context);
      observe(clients.on().databaseRequested(), this::create);
      observe(
          clients.on().databaseReleased(),
          event -> told.add(unit().name() + " gone " + event.client()));
      observe(on().updateStatus(), event -> deed.accept(clients));
    }

    private void create(ProviderEvents.DatabaseRequested event) {
      for (ClientRequest request : event.requests()) {
        told.add(unit().name() + " asked for " + request.database() + " " + request.roles());
        if (up) {
          String user = "relation-" + event.client().relation().id().number();
          event.client().publish(request, answer(request, user, password));
        }
      }
    }
  }

  private static DatabaseOffer answer(ClientRequest request, String user, String password) {
    DatabaseOffer answer =
        DatabaseOffer.of(request.database(), user, password)
            .withEndpoints(WRITERS, READERS)
            .withVersion("16.9")
            .withTls(Desk.AUTHORITY);
    return request.entityType().isPresent() ? answer.withEntity("me", "pw") : answer;
  }

  private Desk deploy(SimulatedJuju juju, int units, DatabaseRequest request) {
    return deploy(juju, units, Desk.asking(request));
  }

  private Desk deploy(
      SimulatedJuju juju, int units, Function<CharmContext, PostgreSqlClient> client) {
    return Desk.in(juju)
        .making(client)
        .providing(CharmUnderTest.inProcess(Providing::new, PROVIDER))
        .deploy(units)
        .integrate();
  }

  private Desk deploy(SimulatedJuju juju) {
    return deploy(juju, 1, DatabaseRequest.database("mydb").withRoles("CREATEDB"));
  }

  private void act(SimulatedJuju juju, String unit, Consumer<PostgreSqlProvider> what) {
    juju.settle();
    deed = what;
    HookRecord hook = juju.unit(unit).updateStatus().runUntil("update-status");
    deed = provider -> {};
    assertEquals(HookOutcome.COMMITTED, hook.outcome(), hook.logs().toString());
    juju.settle();
  }

  private static Consumer<PostgreSqlProvider> answering(String password) {
    return provider -> {
      DatabaseClient client = provider.clients().get(0);
      ClientRequest request = client.requests().get(0);
      client.publish(request, answer(request, "relation-0", password));
    };
  }

  @SimulatedJujuTest(seeds = 4)
  void bothSidesEndInAConnection(SimulatedJuju juju) {
    Desk desk = deploy(juju, 2, DatabaseRequest.database("mydb").withRoles("CREATEDB"));

    assertEquals(List.of("db/0 asked for mydb [CREATEDB]"), told);
    assertEquals(Readiness.READY, desk.readiness());
    assertEquals(
        List.of("10.0.0.1", "mydb", "relation-0", "s3cret", "verify-ca"),
        List.of("host", "dbname", "user", "password", "sslmode").stream()
            .map(key -> desk.master().value(key).orElse(""))
            .toList());
    assertEquals("fd00::2", desk.ask(Database::standbys).get(0).value("host").orElse(""));
    Map<String, String> bag = new HashMap<>(desk.relation().bag("db"));
    assertTrue(bag.remove("secret-user").startsWith("secret:"));
    assertTrue(bag.remove("secret-tls").startsWith("secret:"));
    assertEquals(
        Map.of(
            "database", "mydb",
            "endpoints", "10.0.0.1:5432",
            "read-only-endpoints", "[fd00::2]:5433",
            "version", "16.9"),
        bag);
    assertEquals(
        Map.of(
            "username", "relation-0",
            "password", "s3cret",
            "uris", "postgresql://relation-0:s3cret@10.0.0.1:5432/mydb",
            "read-only-uris", "postgresql://relation-0:s3cret@[fd00::2]:5433/mydb"),
        juju.secret("database.0.user.secret").content());
    assertEquals(
        Map.of("tls", "True", "tls-ca", Desk.AUTHORITY),
        juju.secret("database.0.tls.secret").content());
    assertEquals(
        List.of(Set.of("app"), Set.of("app")),
        juju.secrets().stream().map(SecretFacts::granted).toList());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_2_9)
  void answersInClearWhereThereAreNoSecrets(SimulatedJuju juju) {
    Desk desk = deploy(juju);

    assertEquals(Optional.of("relation-0 s3cret"), desk.login());
    assertEquals("s3cret", desk.relation().bag("db").get("password"));
  }

  @SimulatedJujuTest
  void answersInClearWhomItCannotAnswerOtherwiseAndStaysWithIt(SimulatedJuju juju) {
    Desk desk = deploy(juju, 1, Desk::askingNothing);
    desk.relation().tamper("app", Map.of("database", "mydb"));
    juju.settle();
    assertEquals("s3cret", desk.relation().bag("db").get("password"));

    desk.relation().tamper("app", Map.of("requested-secrets", "[\"username\", \"password\"]"));
    act(juju, "db/0", answering("other"));

    assertEquals("other", desk.relation().bag("db").get("password"));
    assertEquals(List.of(), juju.secrets());
  }

  @SimulatedJujuTest
  void hidesEverythingFromWhoAsksOddly(SimulatedJuju juju) {
    Desk desk = deploy(juju, 1, Desk::askingNothing);
    desk.relation()
        .tamper("app", Map.of("database", "mydb", "requested-secrets", "username,password"));
    juju.settle();

    assertFalse(desk.relation().bag("db").containsKey("password"));
    assertEquals(2, juju.secrets().size());
  }

  @SimulatedJujuTest
  void neverPutsInClearWhatWasASecretBefore(SimulatedJuju juju) {
    Desk desk = deploy(juju, 1, Desk::askingNothing);
    desk.relation()
        .tamper("app", Map.of("database", "mydb", "requested-secrets", "[\"password\"]"));
    juju.settle();
    Map<String, String> bag = desk.relation().bag("db");
    assertEquals("relation-0", bag.get("username"));
    assertFalse(bag.containsKey("password") || bag.containsKey("uris"), bag::toString);

    desk.relation().tamper("app", Map.of("requested-secrets", "[\"username\"]"));
    act(juju, "db/0", answering("next"));

    assertFalse(desk.relation().bag("db").containsKey("password"));
    assertEquals(
        Map.of("username", "relation-0", "password", "next"),
        juju.secret("database.0.user.secret").content());
    assertEquals(Optional.of("relation-0 next"), desk.login());
  }

  @SimulatedJujuTest
  void answersWhenItCan(SimulatedJuju juju) {
    up = false;
    Desk desk = deploy(juju);
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());

    up = true;
    juju.unit("db/0").updateStatus();
    juju.settle();

    assertEquals(Readiness.READY, desk.readiness());
    told.clear();
    juju.unit("db/0").updateStatus();
    juju.settle();
    assertEquals(List.of(), told);
  }

  @SimulatedJujuTest
  void letsWhoeverLeadsAnswer(SimulatedJuju juju) {
    up = false;
    Desk desk = deploy(juju);
    juju.application("db").scale(2).leader("db/0");
    juju.settle();
    told.clear();
    up = true;

    juju.application("db").leader("db/1");
    juju.settle();

    assertEquals(List.of("db/1 asked for mydb [CREATEDB]"), told);
    assertEquals(Readiness.READY, desk.readiness());
    act(
        juju,
        "db/0",
        provider ->
            assertThrows(
                NotLeaderException.class, () -> provider.clients().get(0).setStatuses(List.of())));
  }

  @SimulatedJujuTest
  void rotatesInTheSameSecret(SimulatedJuju juju) {
    Desk desk = deploy(juju);
    Map<String, String> before = desk.relation().bag("db");
    desk.told();

    act(juju, "db/0", answering("next"));

    assertEquals(before, desk.relation().bag("db"));
    assertEquals(
        List.of("master-changed", "standby-changed", "database-changed", "credentials-changed"),
        desk.told());
    assertEquals(Optional.of("relation-0 next"), desk.login());
    assertEquals(List.of(1, 2), List.copyOf(revisions(juju)));
  }

  private static Set<Integer> revisions(SimulatedJuju juju) {
    return juju.secret("database.0.user.secret").revisions().keySet();
  }

  @SimulatedJujuTest
  void writesNothingThatIsTheSame(SimulatedJuju juju) {
    deploy(juju);
    int before = juju.hooks().size();

    act(juju, "db/0", answering("s3cret"));

    List<HookRecord> after = juju.hooks().subList(before, juju.hooks().size());
    assertEquals(List.of(), after.stream().flatMap(hook -> hook.changes().stream()).toList());
    assertEquals(
        List.of(),
        after.stream()
            .flatMap(hook -> hook.commands().stream())
            .filter(command -> command.command().equals("secret-set"))
            .toList());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void findsTheSecretsAgainThatARefusedCommitHasLeftBehind(SimulatedJuju juju) {
    answersAfterARefusedCommit(juju, DataContract.V0);
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void findsThemAgainInTheNewerContractToo(SimulatedJuju juju) {
    answersAfterARefusedCommit(juju, DataContract.V1);
  }

  /** Before Juju 4 the secrets of a refused commit stay, and what says where they are does not. */
  private void answersAfterARefusedCommit(SimulatedJuju juju, DataContract contract) {
    up = false;
    Desk desk = deploy(juju, 1, DatabaseRequest.database("mydb").withContract(contract));
    up = true;
    juju.unit("db/0").refuseCommit("update-status", "quota").updateStatus();
    juju.settle();
    List<String> left = juju.secrets().stream().map(SecretFacts::uri).sorted().toList();
    assertEquals(2, left.size());
    assertEquals(Map.of(), desk.relation().bag("db"));

    password = "another"; // who is asked again may well give another one
    juju.unit("db/0").resolve();
    juju.settle();

    assertEquals(Readiness.READY, desk.readiness());
    assertEquals(Optional.of("relation-0 another"), desk.login());
    assertEquals(left, juju.secrets().stream().map(SecretFacts::uri).sorted().toList());
    assertEquals(
        List.of(Set.of("app"), Set.of("app")),
        juju.secrets().stream().map(SecretFacts::granted).toList());
  }

  @SimulatedJujuTest
  void tellsOfAFailover(SimulatedJuju juju) {
    Desk desk = deploy(juju);
    desk.told();

    act(juju, "db/0", provider -> provider.clients().get(0).setEndpoints(List.of(), READERS));
    assertEquals(Readiness.WAITING_ENDPOINTS, desk.readiness());
    act(juju, "db/0", provider -> provider.clients().get(0).setEndpoints(READERS, List.of()));

    assertEquals(
        List.of("master-changed", "standby-changed", "standby-gone", "database-changed"),
        desk.told());
    assertEquals("[fd00::2]:5433", desk.relation().bag("db").get("endpoints"));
  }

  @SimulatedJujuTest
  void saysWhatIsWrong(SimulatedJuju juju) {
    Desk desk = deploy(juju);

    act(
        juju,
        "db/0",
        provider ->
            provider
                .clients()
                .get(0)
                .setStatuses(List.of(new ProviderStatus(5000, "disk full", "add storage"))));
    assertEquals("db: disk full (add storage)", desk.unit().status().message());

    act(juju, "db/0", provider -> provider.clients().get(0).setStatuses(List.of()));
    assertEquals(Readiness.READY, desk.readiness());
  }

  @SimulatedJujuTest
  void tellsWhatItAnswered(SimulatedJuju juju) {
    deploy(juju);
    List<Optional<Credentials>> credentials = new ArrayList<>();

    act(
        juju,
        "db/0",
        provider -> {
          DatabaseClient client = provider.clients().get(0);
          credentials.add(client.credentials(client.requests().get(0)));
        });

    assertEquals(List.of(Optional.of(new Credentials("relation-0", "s3cret"))), credentials);
    assertEquals("[Optional[Credentials[relation-0]]]", credentials.toString());
  }

  @SimulatedJujuTest
  void answersForAnEntity(SimulatedJuju juju) {
    Desk desk = deploy(juju, 1, DatabaseRequest.database("mydb").withEntity(Entity.user()));

    assertEquals(Optional.of("me pw"), desk.login());
    assertEquals(
        "{\"database\":\"mydb\",\"entity-type\":\"USER\"}", desk.relation().bag("db").get("data"));
  }

  @SimulatedJujuTest(seeds = 2)
  void takesBackWhatItSharedWhenAClientIsGone(SimulatedJuju juju) {
    Desk desk = deploy(juju);
    told.clear();

    desk.relation().remove();
    juju.settle();

    assertEquals(List.of("db/0 gone DatabaseClient[database:0]"), told);
    assertEquals(List.of(), juju.secrets());
  }

  @SimulatedJujuTest(seeds = 2)
  void speaksTheNewerContract(SimulatedJuju juju) {
    Desk desk = deploy(juju, 2, DatabaseRequest.database("mydb").withContract(DataContract.V1));

    assertEquals(Optional.of("relation-0 s3cret"), desk.login());
    Map<String, String> bag = desk.relation().bag("db");
    assertEquals(Set.of("data", "requests", "version"), bag.keySet());
    String id = desk.relation().bag("app").get("requests").split("\"")[7];
    assertTrue(bag.getOrDefault("data", "").startsWith("{\"" + id + "\":{"), bag::toString);
    assertEquals("true", juju.secret("database.0." + id + ".tls.secret").content().get("tls"));
    told.clear();

    act(juju, "db/0", answering("next"));
    act(juju, "db/0", provider -> provider.clients().get(0).setEndpoints(READERS, List.of()));

    assertEquals(Optional.of("relation-0 next"), desk.login());
    assertEquals(Optional.of("fd00::2"), desk.master().value("host"));
    assertEquals(List.of(), told);
    desk.relation().remove();
    juju.settle();
    assertEquals(List.of(), juju.secrets());
  }

  @SimulatedJujuTest
  void answersEachRequestOfTheNewerContract(SimulatedJuju juju) {
    Desk desk = deploy(juju, 1, Desk::askingNothing);

    desk.relation()
        .tamper(
            "app",
            Map.of(
                "version",
                "v1",
                "requests",
                "[{\"resource\":\"a\",\"salt\":\"kkkkkkkk\"},7,{\"resource\":\"b\","
                    + "\"request-id\":\"9ecfabfbb5258f88\",\"extra-user-roles\":null}]"));
    juju.settle();

    assertEquals(List.of("db/0 asked for a []", "db/0 asked for b []"), told);
    assertEquals(4, juju.secrets().size());
  }

  @SimulatedJujuTest(seeds = 4)
  void neverFailsAHookWhateverAClientWrites(SimulatedJuju juju) {
    Desk desk = deploy(juju);
    var random = new SplittableRandom(juju.seed());
    for (int round = 0; round < 15; round++) {
      Map<String, String> bag = new HashMap<>();
      for (String key : HostileProviderTest.REQUEST_KEYS) {
        if (random.nextInt(2) == 0) {
          bag.put(key, HostileProviderTest.word(random));
        }
      }
      bag.put("garbage", "x".repeat(100_000));
      desk.relation().tamper("app", bag);
      juju.unit("db/0").updateStatus();
      juju.settle();
    }

    assertEquals(
        List.of(),
        juju.unit("db/0").hooks().stream()
            .filter(hook -> hook.outcome() != HookOutcome.COMMITTED)
            .toList());
  }
}
