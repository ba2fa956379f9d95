package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.postgresqlclient.ClientRequest;
import dev.charmsignals.postgresqlclient.DataContract;
import dev.charmsignals.postgresqlclient.DatabaseOffer;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.PostgreSqlProvider;
import dev.charmsignals.postgresqlclient.ProviderEvents;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretTerms;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.SecretFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a provider of two units hears that a client is gone, however that went, and cleans up. */
class ReleaseTest {

  private static final String METADATA =
      """
      name: db
      provides:
        database: {interface: postgresql_client}
      actions:
        own-secrets:
          description: Adds secrets of the provider itself.
      """;

  private static final List<String> UNITS = List.of("db/0", "db/1");
  private static final Map<String, String> REMEMBERED =
      Map.of("charm-signals/.postgresql/database/0", "app");
  private static final List<String> GONE_FOR_ALL = List.of("db/0: app gone", "db/1: app gone");

  private final List<String> released = new ArrayList<>();

  /** Serves at once whoever asks. */
  private final class Providing extends Charm {

    private final PostgreSqlProvider clients = new PostgreSqlProvider(context(), "database");

    Providing(CharmContext context) {
      super(context);
      observe(clients.on().databaseRequested(), this::serve);
      observe(
          clients.on().databaseReleased(),
          event ->
              released.add(
                  unit().name()
                      + ": "
                      + event.client().relation().application()
                      + (event.client().relation().isBroken() ? " gone" : " there")));
      observe(on().action("own-secrets"), event -> addOwnSecrets());
    }

    private void serve(ProviderEvents.DatabaseRequested event) {
      for (ClientRequest request : event.requests()) {
        event
            .client()
            .publish(
                request,
                DatabaseOffer.of(request.database(), "user", "s3cret").withTls(Desk.AUTHORITY));
      }
    }

    /** Those that a client's must not be taken for. */
    private void addOwnSecrets() {
      SecretContent content = SecretContent.of(Map.of("own", "1"));
      for (String label : List.of("database.0.secret", "database.10.user.secret", "mine")) {
        application().addSecret(content, SecretTerms.none().label(label));
      }
      unit().addSecret(content, SecretTerms.none().label("database.0.user.secret.mine"));
    }
  }

  private CharmUnderTest providing() {
    return CharmUnderTest.inProcess(Providing::new, METADATA);
  }

  private Desk related(SimulatedJuju juju, CharmUnderTest provider, DatabaseRequest request) {
    Desk desk = Desk.in(juju).making(Desk.asking(request)).providing(provider).deploy(1);
    juju.application("db").scale(2).leader("db/0");
    juju.settle();
    return desk.integrate();
  }

  private Desk related(SimulatedJuju juju) {
    return related(juju, providing(), DatabaseRequest.database("mydb"));
  }

  private static void look(SimulatedJuju juju) {
    UNITS.forEach(unit -> juju.unit(unit).updateStatus());
    juju.settle();
  }

  private List<String> told() {
    List<String> told = released.stream().sorted().toList();
    released.clear();
    return told;
  }

  private static List<Map<String, String>> states(SimulatedJuju juju) {
    return UNITS.stream().map(unit -> juju.unit(unit).state()).toList();
  }

  private static List<String> labels(SimulatedJuju juju) {
    return juju.secrets().stream().map(SecretFacts::label).sorted().toList();
  }

  @SimulatedJujuTest
  void everyUnitReleasesAClientThatWasRemovedByForceOnce(SimulatedJuju juju) {
    Desk desk = related(juju);
    assertEquals(List.of(REMEMBERED, REMEMBERED), states(juju));
    assertEquals(List.of("database.0.tls.secret", "database.0.user.secret"), labels(juju));

    desk.relation().removeByForce();
    juju.settle();
    assertEquals(List.of(), told());
    look(juju);

    assertEquals(GONE_FOR_ALL, told());
    assertEquals(List.of(), labels(juju));
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
    look(juju);
    assertEquals(List.of(), told());
  }

  private void answersAnew(SimulatedJuju juju, DataContract contract) {
    Desk desk = related(juju, providing(), DatabaseRequest.database("mydb").withContract(contract));
    List<String> before = juju.secrets().stream().map(SecretFacts::uri).sorted().toList();
    desk.relation().suspend();
    juju.settle();
    assertEquals(GONE_FOR_ALL, told());
    assertEquals(List.of(), labels(juju));

    desk.relation().resume();
    juju.settle();

    List<String> after = juju.secrets().stream().map(SecretFacts::uri).sorted().toList();
    assertEquals(2, after.size());
    assertEquals(List.of(), after.stream().filter(before::contains).toList());
    assertEquals(
        List.of(true, true),
        after.stream().map(uri -> desk.relation().bag("db").toString().contains(uri)).toList());
    assertEquals(
        List.of(false, false),
        before.stream().map(uri -> desk.relation().bag("db").toString().contains(uri)).toList());
  }

  /** The secrets went when it was suspended, in a hook that may write to no bag. */
  @SimulatedJujuTest
  void answersAClientAnewWhoseRelationWasSuspended(SimulatedJuju juju) {
    answersAnew(juju, DataContract.V0);
  }

  @SimulatedJujuTest
  void answersAClientOfTheNewerContractAnewWhoseRelationWasSuspended(SimulatedJuju juju) {
    answersAnew(juju, DataContract.V1);
  }

  /** It came back when another unit led already, and led no more when it heard of it. */
  @SimulatedJujuTest
  void answersAnewThoughTheLeaderWasAwayWhenTheRelationWasResumed(SimulatedJuju juju) {
    Desk desk = related(juju);
    desk.relation().suspend();
    juju.settle();
    juju.unit("db/0").hold();
    desk.relation().resume();
    juju.settle();
    assertEquals(List.of(), labels(juju));
    juju.application("db").leader("db/1");
    juju.unit("db/0").release();
    juju.settle();

    assertEquals(List.of("database.0.tls.secret", "database.0.user.secret"), labels(juju));
    String bag = desk.relation().bag("db").toString();
    assertEquals(
        List.of(true, true),
        juju.secrets().stream().map(secret -> bag.contains(secret.uri())).toList());
  }

  @SimulatedJujuTest
  void removesTheSecretsOfTheNewerContractAndNoOthers(SimulatedJuju juju) {
    Desk desk =
        related(juju, providing(), DatabaseRequest.database("mydb").withContract(DataContract.V1));
    juju.unit("db/0").runAction("own-secrets");
    assertEquals(6, labels(juju).size());

    desk.relation().removeByForce();
    juju.settle();
    look(juju);

    assertEquals(
        List.of(
            "database.0.secret", "database.0.user.secret.mine", "database.10.user.secret", "mine"),
        labels(juju));
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_2_9)
  void releasesWhereThereAreNoSecrets(SimulatedJuju juju) {
    related(juju).relation().removeByForce();
    juju.settle();

    look(juju);

    assertEquals(GONE_FOR_ALL, told());
  }

  @SimulatedJujuTest
  void releasesAClientWhoseLastHookWasSkipped(SimulatedJuju juju) {
    Desk desk = related(juju);
    juju.unit("db/0").failNext("database-relation-broken");
    desk.relation().remove();
    juju.settle();
    assertEquals(GONE_FOR_ALL, told());
    assertEquals(2, labels(juju).size());

    juju.unit("db/0").resolveWithoutRetry();
    look(juju);

    assertEquals(List.of("db/0: app gone"), told());
    assertEquals(List.of(), labels(juju));
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
  }

  @SimulatedJujuTest
  void releasesNobodyTwiceWhoseLastHookHasRun(SimulatedJuju juju) {
    related(juju).relation().remove();
    juju.settle();
    assertEquals(GONE_FOR_ALL, told());

    look(juju);

    assertEquals(List.of(), told());
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
  }

  @SimulatedJujuTest
  void releasesAgainWhenTheHookThatDidItFailed(SimulatedJuju juju) {
    related(juju).relation().removeByForce();
    juju.settle();
    juju.unit("db/0").failNext("update-status");

    look(juju);
    assertEquals(GONE_FOR_ALL, told());
    assertEquals(2, labels(juju).size());
    juju.unit("db/0").resolve();
    juju.settle();

    assertEquals(List.of("db/0: app gone"), told());
    assertEquals(List.of(), labels(juju));
    assertEquals(List.of(Map.of(), Map.of()), states(juju));
  }

  @SimulatedJujuTest
  void releasesClientsOfACharmThatRememberedNone(SimulatedJuju juju) {
    Desk desk =
        related(
            juju, CharmUnderTest.scripted(METADATA, hook -> {}), DatabaseRequest.database("mydb"));
    juju.application("db").refresh(providing());
    juju.settle();
    assertEquals(List.of(REMEMBERED, REMEMBERED), states(juju));

    desk.relation().removeByForce();
    juju.settle();
    look(juju);

    assertEquals(GONE_FOR_ALL, told());
    assertEquals(List.of(), labels(juju));
  }

  @SimulatedJujuTest
  void remembersAClientWhoseFirstHookWasSkipped(SimulatedJuju juju) {
    Desk desk = Desk.in(juju).providing(providing()).deploy(1);
    juju.application("db").scale(2).leader("db/0");
    juju.settle();
    UNITS.forEach(unit -> juju.unit(unit).failNext("database-relation-created"));
    desk.integrate();
    UNITS.forEach(unit -> juju.unit(unit).resolveWithoutRetry());
    juju.settle();
    assertEquals(List.of(REMEMBERED, Map.of()), states(juju), "who leads was asked by it");

    look(juju);

    assertEquals(List.of(REMEMBERED, REMEMBERED), states(juju));
  }

  /** One that does not lead has no other reason to ask for the relations, and asks but once. */
  @SimulatedJujuTest
  void readsCharmStateInUpdateStatusAloneWhenNobodyIsGone(SimulatedJuju juju) {
    Desk desk = related(juju);

    HookRecord leader = juju.unit("db/0").updateStatus().runUntil("update-status");
    HookRecord other = juju.unit("db/1").updateStatus().runUntil("update-status");
    desk.relation().tamper("app", Map.of("more", "x"));
    HookRecord leaderChanged = juju.unit("db/0").runUntil("database-relation-changed");
    HookRecord otherChanged = juju.unit("db/1").runUntil("database-relation-changed");

    List<String> looking = List.of("relation-list", "relation-get", "relation-get");
    List<String> first = List.of("state-get", "relation-ids", "is-leader");
    assertEquals(Stream.concat(first.stream(), looking.stream()).toList(), names(leader));
    assertEquals(List.of("state-get", "relation-ids", "is-leader"), names(other));
    assertEquals(
        List.of("is-leader", "relation-ids", "relation-get", "relation-get"), names(leaderChanged));
    assertEquals(List.of("is-leader"), names(otherChanged));
  }

  private static List<String> names(HookRecord hook) {
    return hook.commands().stream().map(each -> each.command()).toList();
  }
}
