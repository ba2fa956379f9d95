package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresqlclient.DataContract;
import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.DatabaseRequestException;
import dev.charmsignals.postgresqlclient.Entity;
import dev.charmsignals.postgresqlclient.EntityPermission;
import dev.charmsignals.postgresqlclient.PostgreSqlClient;
import dev.charmsignals.postgresqlclient.Readiness;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.SecretFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client writes: once, by whoever leads, and never again to other bytes. */
class ClientRequestTest {

  private static final String SECRETS =
      "[\"username\", \"password\", \"tls\", \"tls-ca\", \"uris\", \"read-only-uris\","
          + " \"entity-name\", \"entity-password\"]";

  private static final Map<String, String> REQUEST =
      Map.of("database", "mydb", "requested-secrets", SECRETS);

  /** Asks for what config says. */
  private static PostgreSqlClient configured(CharmContext context) {
    return new PostgreSqlClient(context, "database")
        .always(
            () ->
                Optional.of(
                    DatabaseRequest.database(
                            context.session().config().string("name").orElseThrow())
                        .withRoles(context.session().config().string("roles").orElse(""))
                        .withExternalNodeConnectivity(
                            context.session().config().bool("external").orElse(false))));
  }

  @SimulatedJujuTest
  void case1LeaderAsksInRelationCreated(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(1);
    juju.integrate("app:database", "db:database");
    HookRecord created = desk.unit().run("database-relation-created");

    assertEquals(HookOutcome.COMMITTED, created.outcome());
    assertEquals(REQUEST, juju.relation(0).bag("app"));
    assertEquals(List.of("database-relation-joined"), desk.told());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_2_9)
  void case2AsksForNoSecretsWhereThereAreNone(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(1).integrate();

    assertEquals(Map.of("database", "mydb"), desk.relation().bag("app"));
  }

  @SimulatedJujuTest(seeds = 3)
  void case3WhoeverLeadsLaterAsksOnce(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).deploy(2);
    juju.application("app").noLeader();
    desk.integrate();
    assertEquals(Map.of(), desk.relation().bag("app"));

    juju.application("app").leader("app/1");
    juju.settle();
    assertEquals(REQUEST, desk.relation().bag("app"));

    int before = juju.hooks().size();
    for (int i = 0; i < 5; i++) {
      juju.unit("app/0").updateStatus();
      juju.unit("app/1").updateStatus();
      juju.settle();
    }
    juju.application("app").leader("app/0");
    juju.settle();
    List<HookRecord> after = juju.hooks().subList(before, juju.hooks().size());
    assertTrue(after.size() > 10, () -> after.toString());
    assertEquals(List.of(), after.stream().flatMap(hook -> hook.changes().stream()).toList());
    assertEquals(REQUEST, desk.relation().bag("app"));
  }

  @SimulatedJujuTest
  void case4AsksForRolesAndNeverSaysFalse(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).making(ClientRequestTest::configured).deploy(1);
    juju.application("app").config("roles", "CREATEDB,pgaudit").config("external", true);
    desk.integrate();

    assertEquals("CREATEDB,pgaudit", desk.relation().bag("app").get("extra-user-roles"));
    assertEquals("true", desk.relation().bag("app").get("external-node-connectivity"));

    juju.application("app").config("external", false);
    juju.settle();
    assertEquals(
        Map.of(
            "database", "mydb",
            "requested-secrets", SECRETS,
            "extra-user-roles", "CREATEDB,pgaudit"),
        desk.relation().bag("app"));
  }

  @SimulatedJujuTest
  void case5KeepsWhatALiveRelationWasMadeWith(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).making(ClientRequestTest::configured).deploy(1).integrate();
    Map<String, String> before = desk.relation().bag("app");

    juju.application("app").config("name", "other").config("roles", "CREATEDB");
    juju.settle();

    assertEquals(before, desk.relation().bag("app"));
    assertEquals(
        Optional.of(
            "database:0 keeps database \"mydb\"; remove the relation and integrate again for what"
                + " is asked by now"),
        desk.ask(Database::unapplied));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "true", "1e5", "null", "\"x\"", "[]", "NaN", "ab*", "*", ""})
  void case6RefusesNamesThatProvidersMisunderstand(String name) {
    DatabaseRequestException refused =
        assertThrows(DatabaseRequestException.class, () -> DatabaseRequest.database(name));

    assertEquals(List.of("database", name), List.of(refused.part(), refused.value()));
  }

  @Test
  void case6TakesBlanksOutOfRoles() {
    assertEquals(
        Requirements.database("mydb").withRoles("a", "b"),
        DatabaseRequest.database("mydb").withRoles("a, b,").requirements());
  }

  @Test
  void refusesWhatTheNewerContractHasNoWordFor() {
    DatabaseRequest request = DatabaseRequest.database("mydb").withContract(DataContract.V1);

    assertThrows(DatabaseRequestException.class, () -> request.withPrefixMatching("all"));
    assertThrows(DatabaseRequestException.class, () -> request.withExtraSecrets("license-key"));
    assertThrows(DatabaseRequestException.class, () -> request.withSalt("short"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "1st", "truely", "my-db", "{a", "abc*", "-", "01"})
  void takesNamesThatOnlyBeginLikeJson(String name) {
    assertEquals(name, DatabaseRequest.database(name).requirements().database());
  }

  @Test
  void refusesExtensionsForWhichTheInterfaceHasNoWord() {
    Requirements requirements = Requirements.database("mydb").withExtensions("citext");

    assertEquals(
        "The extension \"citext\" cannot be asked for: postgresql_client has no word for"
            + " extensions; have the provider's operator enable them",
        assertThrows(DatabaseRequestException.class, () -> DatabaseRequest.of(requirements))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoints", "password", "Key", "no", "a b"})
  void refusesToHideInASecretWhatHasAPlaceOfItsOwn(String name) {
    assertThrows(
        DatabaseRequestException.class,
        () -> DatabaseRequest.database("mydb").withExtraSecrets(name));
  }

  @SimulatedJujuTest
  void asksForMoreSecretsBehindTheUsualOnes(SimulatedJuju juju) {
    Desk desk =
        Desk.in(juju)
            .making(Desk.asking(DatabaseRequest.database("mydb").withExtraSecrets("license-key")))
            .deploy(1)
            .integrate();

    assertEquals(
        SECRETS.replace("]", ", \"license-key\"]"),
        desk.relation().bag("app").get("requested-secrets"));
  }

  @SimulatedJujuTest
  void adoptsTheRequestOfACharmInPython(SimulatedJuju juju) {
    Map<String, String> python =
        Map.of(
            "database", "mydb",
            "requested-secrets", "[\"username\", \"password\", \"uris\"]",
            "provided-secrets", "[\"mtls-cert\"]",
            "extra-user-roles", "pgaudit,CREATEDB",
            "alias", "c1");
    Desk desk =
        Desk.in(juju)
            .making(Desk.asking(DatabaseRequest.database("mydb").withRoles("CREATEDB,pgaudit")))
            .deploy(1);
    juju.integrate("app:database", "db:database").tamper("app", python);
    juju.settle();

    assertEquals(python, juju.relation(0).bag("app"));
    assertEquals(Optional.empty(), desk.ask(Database::unapplied));
  }

  @SimulatedJujuTest
  void asksForWhatTheCharmSaysWhenTheRelationIsMade(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).making(Desk::askingNothing).deploy(1).integrate();
    assertEquals(Map.of(), desk.relation().bag("app"));
    assertEquals(Readiness.WAITING_REQUEST, desk.readiness());

    desk.act("app/0", client -> client.only().orElseThrow().require(Requirements.database("mydb")));

    assertEquals(REQUEST, desk.relation().bag("app"));
    assertEquals(Readiness.WAITING_CREDENTIALS, desk.readiness());
    assertEquals(Optional.of(Requirements.database("mydb")), desk.ask(Database::requirements));
  }

  @SimulatedJujuTest
  void letsTheLeaderAloneAsk(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).making(Desk::askingNothing).deploy(2).integrate();
    AtomicReference<RuntimeException> thrown = new AtomicReference<>();

    desk.act(
        "app/1",
        client -> {
          Database database = client.only().orElseThrow();
          thrown.set(
              assertThrows(
                  NotLeaderException.class, () -> database.require(Requirements.database("mydb"))));
        });

    assertEquals(
        "app/1 is not the leader, and only the leader may ask for a database; ask isLeader() first",
        thrown.get().getMessage());
    assertEquals(Map.of(), desk.relation().bag("app"));
  }

  @SimulatedJujuTest
  void asksForAGroupWithItsRolesAndPermissions(SimulatedJuju juju) {
    Desk desk =
        Desk.in(juju)
            .making(
                Desk.asking(
                    DatabaseRequest.database("mydb")
                        .withRoles("readers")
                        .withPrefixMatching("all")
                        .withEntity(
                            Entity.group()
                                .withPermissions(
                                    new EntityPermission("t", "TABLE", List.of("SELECT"))))))
            .deploy(1)
            .integrate();

    assertEquals(
        Map.of(
            "database", "mydb",
            "requested-secrets", SECRETS,
            "extra-group-roles", "readers",
            "prefix-matching", "all",
            "entity-type", "GROUP",
            "entity-permissions",
                "[{\"resource_name\":\"t\",\"resource_type\":\"TABLE\",\"privileges\":[\"SELECT\"]}]"),
        desk.relation().bag("app"));
  }

  @SimulatedJujuTest
  void letsPermissionsChangeWhileTheRelationLasts(SimulatedJuju juju) {
    String asWritten =
        "[{\"privileges\": [\"SELECT\"], \"resource_name\": \"t\", \"resource_type\": \"TABLE\"}]";
    AtomicReference<String> privilege = new AtomicReference<>("SELECT");
    Desk desk =
        Desk.in(juju)
            .making(
                context ->
                    new PostgreSqlClient(context, "database")
                        .always(
                            DatabaseRequest.database("mydb")
                                .withEntity(
                                    Entity.user()
                                        .withPermissions(
                                            new EntityPermission(
                                                "t", "TABLE", List.of(privilege.get()))))))
            .deploy(1)
            .integrate();
    desk.relation().tamper("app", Map.of("entity-permissions", asWritten));
    desk.unit().updateStatus();
    juju.settle();
    assertEquals(asWritten, desk.relation().bag("app").get("entity-permissions"));

    privilege.set("UPDATE");
    desk.unit().updateStatus();
    juju.settle();
    assertEquals(
        "[{\"resource_name\":\"t\",\"resource_type\":\"TABLE\",\"privileges\":[\"UPDATE\"]}]",
        desk.relation().bag("app").get("entity-permissions"));
  }

  @SimulatedJujuTest
  void grantsTheSecretWithTheNameThatItWishes(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).making(Desk::askingNothing).deploy(1).integrate();
    AtomicReference<String> uri = new AtomicReference<>("");

    desk.act(
        "app/0",
        (client, context) -> {
          SecretRef wish =
              context
                  .session()
                  .application()
                  .addSecret(SecretContent.of("entity-name", "me"))
                  .ref();
          uri.set(wish.uri());
          client
              .only()
              .orElseThrow()
              .require(DatabaseRequest.database("mydb").withEntity(Entity.user().withSecret(wish)));
        });

    assertEquals(uri.get(), desk.relation().bag("app").get("requested-entity-secret"));
    assertEquals(List.of(Set.of("db")), juju.secrets().stream().map(SecretFacts::granted).toList());
  }

  @SimulatedJujuTest
  void case30AsksInTheNewerContractWhenToldTo(SimulatedJuju juju) {
    Desk desk =
        Desk.in(juju)
            .making(
                Desk.asking(
                    DatabaseRequest.database("mydb")
                        .withContract(DataContract.V1)
                        .withSalt("aaaaaaaaaaaaaaaa")))
            .deploy(1)
            .integrate();

    assertEquals(
        Map.of(
            "version",
            "v1",
            "requests",
            "[{\"resource\":\"mydb\",\"request-id\":\"46115cb33941f3d9\","
                + "\"salt\":\"aaaaaaaaaaaaaaaa\",\"external-node-connectivity\":false}]"),
        desk.relation().bag("app"));
  }

  @SimulatedJujuTest
  void joinedEventThatIsDeferredBeyondItsRelationAsksNobody(SimulatedJuju juju) {
    boolean[] late = {false};
    Desk desk =
        Desk.in(juju)
            .making(Desk::askingNothing)
            .wiring(
                (client, observers) ->
                    observers.observe(
                        client.on().databaseRelationJoined(),
                        "ask",
                        event -> {
                          if (late[0]) {
                            event.setDatabase("too-late");
                          } else {
                            event.defer();
                          }
                        }))
            .deploy(1)
            .integrate();
    desk.relation().remove();
    juju.settle();
    late[0] = true;

    desk.unit().updateStatus();
    juju.settle();

    assertEquals("idle", desk.unit().agentStatus().status());
    assertEquals(
        1,
        desk.unit()
            .state()
            .getOrDefault("charm-signals/.deferred", "")
            .split("\"observer\"")
            .length);
  }
}
