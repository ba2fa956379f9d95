package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import dev.charmsignals.pgsql.PostgreSqlClient;
import dev.charmsignals.pgsql.PostgreSqlProvider;
import dev.charmsignals.postgres.Stage.Heard;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.LogLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A charm that wants exactly one master, and its mistakes. */
class OneMasterTest {

  private Stage stage;

  private Object ask(Function<PostgreSqlClient, Object> question) {
    List<Object> answers = new ArrayList<>();
    stage.act("app/0", charm -> answers.add(question.apply(charm.db)));
    return answers.get(0);
  }

  @SimulatedJujuTest
  void case47ReadsTheBagOfARealServer(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    SimulatedRelation relation = stage.relate();
    stage.news();
    String master =
        "dbname=hello-juju_hello-juju host=10.210.24.14 password=1 port=5432 user=juju_hello-juju";
    relation.tamper("app/0", bag("egress-subnets", "10.210.24.239/32"));
    relation.tamper(
        "postgresql/0",
        bag(
            "allowed-subnets", "10.210.24.239/32",
            "allowed-units", "hello-juju/0",
            "database", "hello-juju_hello-juju",
            "host", "10.210.24.14",
            "port", "5432",
            "user", "juju_hello-juju",
            "schema_user", "juju_hello-juju",
            "password", "1",
            "schema_password", "1",
            "state", "standalone",
            "version", "10",
            "master", master));
    stage.news();

    Object database = ask(db -> db.master().orElseThrow().database().orElseThrow());
    relation.tamper("postgresql/0", bag("master", master.replace("password=1", "password=2")));

    assertEquals("hello-juju_hello-juju", database);
    assertEquals(
        List.of(
            new Heard(
                "app/0", "master_changed", master.replace("password=1", "password=2"), List.of()),
            new Heard(
                "app/0",
                "database_changed",
                master.replace("password=1", "password=2"),
                List.of())),
        stage.newsInFull());
  }

  @SimulatedJujuTest
  void tellsHowItStands(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    List<Object> statuses = new ArrayList<>(List.of(ask(PostgreSqlClient::status)));

    SimulatedRelation relation = stage.relate();
    statuses.add(ask(PostgreSqlClient::status));
    relation.tamper("postgresql", bag("master", "host=m", "standbys", "host=s"));
    juju.settle();
    statuses.add(ask(PostgreSqlClient::status));
    List<ConnectionString> standbys = List.of(ConnectionString.parse("host=s"));
    assertEquals(standbys, ask(PostgreSqlClient::standbys));
    juju.deploy("other", Stage.SILENT);
    juju.integrate("app:db", "other:db");
    juju.settle();
    statuses.add(ask(PostgreSqlClient::status));

    assertEquals(
        List.of(
            Status.blocked("missing relation: db"),
            Status.waiting("master not ready yet: db"),
            Status.active(),
            Status.blocked("too many related applications: db")),
        statuses);
    assertEquals(List.of(), ask(PostgreSqlClient::standbys), "of two, none is the one");
  }

  @SimulatedJujuTest
  void case43SaysWhatToDeclareWhenTheEndpointIsMissing(SimulatedJuju juju) {
    assertEquals(
        """
        Endpoint "db" is not declared in the charm's metadata, which declares "dc"; did you mean "dc"?
        To declare it:
        requires:
          db:
            interface: pgsql\
        """,
        mistake(
            juju,
            "name: app\nrequires:\n  dc: {interface: pgsql}",
            context -> new PostgreSqlClient(context, "db")));
  }

  @SimulatedJujuTest
  void saysWhatToDeclareWhenTheEndpointIsOfAnotherKind(SimulatedJuju juju) {
    assertEquals(
        """
        Endpoint "db" is not declared under requires with the interface pgsql
        To declare it:
        requires:
          db:
            interface: pgsql\
        """,
        mistake(
            juju,
            "name: app\nrequires:\n  db: {interface: postgresql_client}",
            context -> new PostgreSqlClient(context, "db")));
  }

  @SimulatedJujuTest
  void saysWhatToDeclareWhenAServerRequiresItsEndpoint(SimulatedJuju juju) {
    assertEquals(
        """
        Endpoint "db" is not declared under provides with the interface pgsql
        To declare it:
        provides:
          db:
            interface: pgsql\
        """,
        mistake(
            juju,
            "name: app\nrequires:\n  db: {interface: pgsql}",
            context -> new PostgreSqlProvider(context, "db")));
  }

  @SimulatedJujuTest
  void refusesASecondClientOfAnEndpoint(SimulatedJuju juju) {
    assertEquals(
        "Two objects with events are bound to the key \"db\"; give one another, as in events(new"
            + " DatabaseEvents(), \"other\")",
        mistake(
            juju,
            "name: app\nrequires:\n  db: {interface: pgsql}",
            context -> {
              PostgreSqlClient first = new PostgreSqlClient(context, "db");
              assertEquals(first.on(), new PostgreSqlClient(context, "db").on());
            }));
  }

  /** Returns what the log says when a charm is constructed like this. */
  private static String mistake(
      SimulatedJuju juju, String metadata, Consumer<CharmContext> constructor) {
    juju.automaticallyRetryHooks(false)
        .deploy(
            "app",
            CharmUnderTest.inProcess(context -> new MistakenCharm(context, constructor), metadata));
    juju.settle();
    String text =
        juju.logs().stream()
            .filter(record -> record.level() == LogLevel.ERROR)
            .findFirst()
            .orElseThrow()
            .text();
    int start = text.indexOf("Exception: ") + "Exception: ".length();
    return text.substring(start).split("\\R\\s*at ")[0].replace("\n    ", "\n");
  }

  private static final class MistakenCharm extends Charm {
    MistakenCharm(CharmContext context, Consumer<CharmContext> constructor) {
      super(context);
      constructor.accept(context);
    }
  }
}
