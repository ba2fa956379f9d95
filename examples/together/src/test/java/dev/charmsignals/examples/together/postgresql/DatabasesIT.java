package dev.charmsignals.examples.together.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.examples.databaseclient.DatabaseClientCharm;
import dev.charmsignals.examples.postgresqlserver.PostgresqlServerCharm;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** From a relation to rows in a table, on real servers, over both interfaces. */
@Tag("any-jdk")
class DatabasesIT {

  private static final Path EXAMPLES = Path.of(System.getProperty("examples", ".."));

  private static final String STRANGER =
      """
      name: stranger
      requires:
        db: {interface: pgsql}
      """;

  private static final CharmUnderTest SERVER =
      CharmUnderTest.inProcess(PostgresqlServerCharm::new, EXAMPLES.resolve("postgresql-server"));
  private static final CharmUnderTest CLIENT =
      CharmUnderTest.inProcess(DatabaseClientCharm::new, EXAMPLES.resolve("database-client"));

  @SimulatedJujuTest
  void overTheOlderInterfaceWritesAndFollowsThePrimary(SimulatedJuju juju) throws Exception {
    try (Providing providing = Providing.in(juju, SERVER, CLIENT)) {
      assertEquals(
          blocked("integrate database or db with a PostgreSQL charm"),
          juju.unit("client/0").status());
      SimulatedRelation relation = providing.integrate("db");
      assertEquals("citext", providing.ask("select extname from pg_extension where oid > 16384"));
      assertWrites(providing, relation);

      assertGivesStrangersNothingOfOthers(providing);
      assertFollows(providing, relation);
      assertNobodyCanLogInOnceIsItGone(providing, relation);
    }
  }

  @SimulatedJujuTest
  void overTheNewerInterfaceWritesAndFollowsThePasswordAndThePrimary(SimulatedJuju juju)
      throws Exception {
    try (Providing providing = Providing.in(juju, SERVER, CLIENT)) {
      SimulatedRelation relation = providing.integrate("database");
      assertWrites(providing, relation);

      ConnectionString old = providing.login(relation);
      juju.unit("server/0").runAction("rotate-passwords");
      juju.settle();
      assertNotEquals(old.password(), providing.login(relation).password());
      assertEquals(active("visits: 2"), juju.unit("client/0").status());
      assertEquals("28P01", refusal(old).getSQLState());
      providing.ask("delete from visits where at = (select max(at) from visits) returning 1");

      assertFollows(providing, relation);
      assertNobodyCanLogInOnceIsItGone(providing, relation);
    }
  }

  /**
   * The driver is in the charms' directories, and the JVM that dispatch starts is enough for it.
   */
  @SimulatedJujuTest
  void asTheyArePackedWriteToo(SimulatedJuju juju) throws Exception {
    try (Providing providing =
        Providing.in(juju, packed("postgresql-server"), packed("database-client"))) {
      assertWrites(providing, providing.integrate("database"));
    }
  }

  private static CharmUnderTest packed(String charm) {
    return CharmUnderTest.directory(EXAMPLES.resolve(charm).resolve("target/charm"));
  }

  /** A database, roles, a table and a row, all of them the application's. */
  private static void assertWrites(Providing providing, SimulatedRelation relation)
      throws SQLException {
    assertEquals(active("visits: 1"), providing.juju().unit("client/0").status());
    assertEquals(
        "client/0 on " + providing.first().server().port(),
        providing.ask("select visitor || ' on ' || port from visits"));
    assertEquals(
        "app-client", providing.ask("select tableowner from pg_tables where tablename = 'visits'"));
    assertEquals(
        "app-client\nrelation-" + relation.number() + "\nreporting",
        providing.ask(
            ("select rolname from pg_roles where pg_has_role('relation-%d', oid, 'member')"
                    + " and rolname !~ '^pg_' order by 1")
                .formatted(relation.number())));
  }

  /** Whatever a client asks for, it gets nothing of others, and others are not disturbed. */
  private static void assertGivesStrangersNothingOfOthers(Providing providing) throws Exception {
    SimulatedJuju juju = providing.juju();
    juju.deploy("stranger", CharmUnderTest.scripted(STRANGER, hook -> {}));
    SimulatedRelation relation = juju.integrate("stranger:db", "server:db");
    for (Map<String, String> asked :
        List.of(
            Map.of("database", "visits", "roles", "", "extensions", ""),
            Map.of("database", "postgres", "roles", "", "extensions", ""),
            Map.of("database", "own", "roles", "pg_read_all_data", "extensions", ""),
            Map.of("database", "own", "roles", "postgres", "extensions", ""),
            Map.of("database", "own", "roles", "app-client", "extensions", ""),
            Map.of("database", "own", "roles", "app-later", "extensions", ""),
            Map.of("database", "own", "roles", "relation-99", "extensions", ""),
            Map.of("database", "own", "roles", "", "extensions", "file_fdw"))) {
      relation.tamper("stranger", asked);
      juju.settle();
      assertEquals(
          blocked("stranger asks for what is refused: 42501"),
          juju.unit("server/0").status(),
          asked::toString);
      assertFalse(relation.bag("server").containsKey("master"), asked::toString);
    }

    String injection = "\"; drop database visits; --'$$";
    relation.tamper(
        "stranger", Map.of("database", injection, "roles", injection, "extensions", "citext"));
    juju.settle();
    ConnectionString master = ConnectionString.parse(relation.bag("server").get("master"));
    assertEquals(Optional.of(injection), master.database());
    master.dataSource().getConnection().close();
    SQLException failure =
        assertThrows(
            SQLException.class, () -> master.with("dbname", "visits").dataSource().getConnection());
    assertEquals("42501", failure.getSQLState());
    assertEquals(active("visits: 1"), juju.unit("client/0").status());
  }

  /** While there is no primary, standbys may still be read, and the password is not forgotten. */
  private static void assertFollows(Providing providing, SimulatedRelation relation)
      throws Exception {
    Optional<String> password = providing.login(relation).password();
    Map<String, String> before = Map.copyOf(relation.bag("server"));
    providing.stopPrimary();
    update(providing);
    Map<String, String> meanwhile = Map.copyOf(relation.bag("server"));
    assertFalse(meanwhile.containsKey("master") || meanwhile.containsKey("endpoints"));
    String standbys = before.containsKey("standbys") ? "standbys" : "read-only-endpoints";
    assertNotEquals(null, before.get(standbys));
    assertEquals(before.get(standbys), meanwhile.get(standbys));

    providing.promoteStandby();
    update(providing);
    assertEquals(password, providing.login(relation).password());

    assertEquals(active("visits: 2"), providing.juju().unit("client/0").status());
    assertEquals(
        "client/0 on %d\nclient/0 on %d"
            .formatted(providing.first().server().port(), providing.second().server().port()),
        providing.ask("select visitor || ' on ' || port from visits order by at"));
  }

  private static void update(Providing providing) {
    providing.juju().unit("server/0").updateStatus();
    providing.juju().settle();
  }

  /** At once, or as soon as the primary does it. */
  private static void assertNobodyCanLogInOnceIsItGone(
      Providing providing, SimulatedRelation relation) throws SQLException {
    ConnectionString login = providing.login(relation);
    String setting =
        "alter role current_user in database postgres %s default_transaction_read_only";
    run(providing, setting.formatted("set") + " = on");
    relation.remove();
    providing.juju().settle();
    assertEquals(
        blocked("client may still log in: 25006"), providing.juju().unit("server/0").status());

    run(providing, setting.formatted("reset"));
    update(providing);
    assertEquals("28000", refusal(login).getSQLState());
    assertEquals("2", providing.ask("select count(*) from visits"));
  }

  private static void run(Providing providing, String statement) throws SQLException {
    ConnectionString administrator = providing.second().administrator().with("dbname", "visits");
    try (Connection connection = administrator.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static SQLException refusal(ConnectionString login) {
    return assertThrows(SQLException.class, () -> login.dataSource().getConnection());
  }

  private static WorkloadStatus active(String message) {
    return new WorkloadStatus("active", message);
  }

  private static WorkloadStatus waiting(String message) {
    return new WorkloadStatus("waiting", message);
  }

  private static WorkloadStatus blocked(String message) {
    return new WorkloadStatus("blocked", message);
  }
}
