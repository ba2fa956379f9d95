package dev.charmsignals.databases;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.Observers;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseEvent;
import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.PostgreSqlClient;
import dev.charmsignals.postgresqlclient.Readiness;
import dev.charmsignals.testkit.CharmScript;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A charm that wants a database, the application that is to provide it, and what the charm was
 * told. The provider's charm does nothing: tests write what it would.
 */
final class Desk {

  static final String CLIENT =
      """
      name: app
      requires:
        database: {interface: postgresql_client}
      config:
        options:
          name: {type: string, default: mydb}
          roles: {type: string, default: ""}
          external: {type: boolean, default: false}
      """;

  private static final String PROVIDER =
      """
      name: %s
      provides:
        database: {interface: postgresql_client}
      """;

  /** The password of the answer that most tests begin with: it needs encoding everywhere. */
  static final String PASSWORD = "p@:/%x y";

  static final String AUTHORITY = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";

  /** What comes of an answer, in the order in which it is told. */
  static final List<String> AVAILABLE =
      List.of(
          "master-available",
          "master-changed",
          "standby-available",
          "standby-changed",
          "database-available",
          "database-changed");

  final SimulatedJuju juju;
  final String application;
  final String provider;

  /** What the charm was told, as {@code app/0 master-changed}, of relations that matter. */
  private final List<String> told = new ArrayList<>();

  private final List<BiConsumer<PostgreSqlClient, Observers>> wiring = new ArrayList<>();
  private Function<CharmContext, PostgreSqlClient> client;
  private @Nullable BiConsumer<PostgreSqlClient, CharmContext> deed;
  private @Nullable SimulatedRelation relation;
  private @Nullable CharmUnderTest providing;

  private Desk(SimulatedJuju juju, String application, String provider) {
    this.juju = juju;
    this.application = application;
    this.provider = provider;
    this.client = asking(DatabaseRequest.database("mydb"));
  }

  /** Makes one whose application is named {@code app}, and its provider {@code db}. */
  static Desk in(SimulatedJuju juju) {
    return new Desk(juju.automaticallyRetryHooks(false), "app", "db");
  }

  static Desk in(SimulatedJuju juju, String application, String provider) {
    return new Desk(juju.automaticallyRetryHooks(false), application, provider);
  }

  static Function<CharmContext, PostgreSqlClient> asking(DatabaseRequest request) {
    return context -> askingNothing(context).always(request);
  }

  /** Makes a client that asks for nothing before somebody has it do so. */
  static PostgreSqlClient askingNothing(CharmContext context) {
    return new PostgreSqlClient(context, "database");
  }

  /** Has the charm make its client so. */
  Desk making(Function<CharmContext, PostgreSqlClient> how) {
    client = how;
    return this;
  }

  /** Has the provider's charm be this one. */
  Desk providing(CharmUnderTest charm) {
    providing = charm;
    return this;
  }

  /** Has the charm's constructor do something with the client, too. */
  Desk wiring(BiConsumer<PostgreSqlClient, Observers> more) {
    wiring.add(more);
    return this;
  }

  /** Deploys both, the provider without a relation yet. */
  Desk deploy(int units) {
    juju.deploy(application, charm());
    juju.application(application).scale(units).leader(application + "/0");
    CharmUnderTest silent = CharmUnderTest.scripted(PROVIDER.formatted(provider), hook -> {});
    juju.deploy(provider, providing == null ? silent : providing);
    juju.settle();
    told.clear();
    return this;
  }

  CharmUnderTest charm() {
    return CharmUnderTest.inProcess(
        context -> new Consuming(context, this),
        CLIENT.replace("name: app", "name: " + application));
  }

  /** Relates both and lets everything settle. */
  Desk integrate() {
    relation = juju.integrate(application + ":database", provider + ":database");
    juju.settle();
    return this;
  }

  /** Relates both as if they lived in two models. */
  Desk integrateAcrossModels() {
    relation = juju.integrateAcrossModels(provider + ":database", application + ":database");
    juju.settle();
    return this;
  }

  /** Deploys one unit, relates it, and forgets what it was told meanwhile. */
  static Desk related(SimulatedJuju juju) {
    return related(juju, DatabaseRequest.database("mydb"));
  }

  /** The same for a charm that asks for this. */
  static Desk related(SimulatedJuju juju, DatabaseRequest request) {
    Desk desk = in(juju).making(asking(request)).deploy(1).integrate();
    desk.told.clear();
    return desk;
  }

  SimulatedRelation relation() {
    if (relation == null) {
      throw new IllegalStateException("integrate() comes first");
    }
    return relation;
  }

  SimulatedUnit unit() {
    return juju.unit(application + "/0");
  }

  /** Has the provider's leader add a secret and grant it, and returns its URI. */
  String secret(Map<String, String> content) {
    String uri = ungranted(content);
    grant(uri);
    return uri;
  }

  String ungranted(Map<String, String> content) {
    List<String> arguments = new ArrayList<>();
    content.forEach((key, value) -> arguments.add(key + "=" + value));
    String[] uri = new String[1];
    provider(hook -> uri[0] = hook.text("secret-add", arguments.toArray(String[]::new)));
    return uri[0];
  }

  void grant(String uri) {
    provider(hook -> hook.text("secret-grant", uri, "-r", "" + relation().number()));
  }

  /** Gives a secret another revision. */
  void rotate(String uri, Map<String, String> content) {
    List<String> arguments = new ArrayList<>(List.of(uri));
    content.forEach((key, value) -> arguments.add(key + "=" + value));
    provider(hook -> hook.text("secret-set", arguments.toArray(String[]::new)));
  }

  void provider(CharmScript script) {
    juju.unit(provider + "/0").exec(script);
  }

  /** Has the provider's leader write to its application's bag, and lets everything settle. */
  Desk answer(Map<String, String> bag) {
    write(bag);
    juju.settle();
    return this;
  }

  void write(Map<String, String> bag) {
    relation().tamper(provider, bag);
  }

  /** Returns answer A of the acceptance cases. */
  Map<String, String> answerA() {
    Map<String, String> bag = new HashMap<>(endpoints());
    bag.put("database", "mydb");
    bag.put("version", "16.9");
    bag.put("secret-user", secret(Map.of("username", "relation-7", "password", PASSWORD)));
    bag.put("secret-tls", secret(Map.of("tls", "True", "tls-ca", AUTHORITY)));
    return bag;
  }

  /** Returns answer A with this part beside the others, or instead of its own. */
  Map<String, String> answerA(String key, String value) {
    Map<String, String> bag = answerA();
    bag.put(key, value);
    return bag;
  }

  static Map<String, String> endpoints() {
    return Map.of(
        "endpoints", "10.0.0.1:5432", "read-only-endpoints", "10.0.0.2:5432,10.0.0.3:5432");
  }

  /** Returns and forgets what the units were told. */
  List<String> told() {
    List<String> all = List.copyOf(told);
    told.clear();
    return all;
  }

  /** Has a unit look at its databases, in an update-status. */
  <T> T ask(String unit, Function<PostgreSqlClient, T> question) {
    List<T> answers = new ArrayList<>();
    HookRecord hook = act(unit, (client, context) -> answers.add(question.apply(client)));
    if (answers.isEmpty()) {
      throw new AssertionError("It failed: " + hook.logs());
    }
    return answers.get(0);
  }

  HookRecord act(String unit, Consumer<PostgreSqlClient> what) {
    return act(unit, (client, context) -> what.accept(client));
  }

  HookRecord act(String unit, BiConsumer<PostgreSqlClient, CharmContext> what) {
    deed = what;
    try {
      return juju.unit(unit).updateStatus().runUntil("update-status");
    } finally {
      deed = null;
    }
  }

  <T> T ask(Function<Database, T> question) {
    return ask(application + "/0", client -> question.apply(client.only().orElseThrow()));
  }

  Readiness readiness() {
    return ask(Database::readiness);
  }

  /** Returns user and password of the master. */
  Optional<String> login() {
    return ask(
        database ->
            database
                .master()
                .map(master -> master.user().orElse("") + " " + master.password().orElse("")));
  }

  ConnectionString master() {
    return ask(database -> database.master().orElseThrow());
  }

  /** The charm. */
  private static final class Consuming extends Charm {

    private final Desk desk;

    Consuming(CharmContext context, Desk desk) {
      super(context);
      this.desk = desk;
      PostgreSqlClient client = desk.client.apply(context);
      observe(client.on().databaseRelationJoined(), event -> note("database-relation-joined"));
      observe(client.on().masterAvailable(), event -> note("master-available"));
      observe(client.on().masterChanged(), event -> note("master-changed"));
      observe(client.on().masterGone(), event -> note("master-gone"));
      observe(client.on().standbyAvailable(), event -> note("standby-available"));
      observe(client.on().standbyChanged(), event -> note("standby-changed"));
      observe(client.on().standbyGone(), event -> note("standby-gone"));
      observe(client.on().databaseAvailable(), event -> note("database-available"));
      observe(client.on().databaseChanged(), event -> note("database-changed"));
      observe(client.on().databaseGone(), event -> note("database-gone"));
      observe(client.on().databaseRelationBroken(), this::broken);
      observe(client.news().credentialsChanged(), event -> note("credentials-changed"));
      observe(client.news().entityCreated(), event -> note("entity-created"));
      observe(client.news().prefixDatabasesChanged(), event -> note("prefix-databases-changed"));
      observe(client.news().aliasChanged(), event -> note("alias-changed"));
      observe(
          client.news().statusRaised(), event -> note("status-raised " + event.status().code()));
      observe(client.news().statusResolved(), event -> note("status-resolved " + event.code()));
      for (BiConsumer<PostgreSqlClient, Observers> more : desk.wiring) {
        more.accept(client, context.observers());
      }
      observe(on().collectUnitStatus(), event -> event.add(client.status()));
      observe(
          on().updateStatus(),
          event -> {
            BiConsumer<PostgreSqlClient, CharmContext> wanted = desk.deed;
            if (wanted != null) {
              wanted.accept(client, context);
            }
          });
    }

    private void broken(DatabaseEvent.DatabaseBroken event) {
      note("database-relation-broken" + (event.master().isPresent() ? " with master" : ""));
    }

    private void note(String what) {
      String unit = unit().name().value();
      desk.told.add(unit.endsWith("/0") ? what : unit + " " + what);
    }
  }
}
