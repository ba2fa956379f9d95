package dev.charmsignals.examples.databaseclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Without a server: what the charm is told stands in the databag. */
class DatabaseClientCharmTest {

  private static final String SERVER =
      """
      name: server
      provides:
        database: {interface: postgresql_client}
        db: {interface: pgsql}
      """;

  private static final Map<String, String> ANSWER =
      Map.of(
          "database", "visits",
          "username", "relation-0",
          "password", "p@ss word",
          "endpoints", "10.0.0.1:5432");

  private final List<ConnectionString> connected = new ArrayList<>();
  private boolean refused;

  private long add(ConnectionString master, String visitor) throws SQLException {
    if (refused) {
      throw new SQLException("too many connections", "53300");
    }
    connected.add(master);
    return connected.size();
  }

  private static WorkloadStatus status(SimulatedJuju juju) {
    return juju.unit("client/0").status();
  }

  // region test
  private SimulatedRelation integrate(SimulatedJuju juju, String endpoint) {
    juju.deploy(
        "client",
        CharmUnderTest.inProcess(
            context -> new DatabaseClientCharm(context, this::add), Path.of("")));
    juju.deploy("server", CharmUnderTest.scripted(SERVER, hook -> {}));
    SimulatedRelation relation = juju.integrate("client:" + endpoint, "server:" + endpoint);
    juju.settle();
    return relation;
  }

  @SimulatedJujuTest
  void connectsToTheDatabaseThatItGets(SimulatedJuju juju) {
    SimulatedRelation relation = integrate(juju, "database");
    assertEquals("visits", relation.bag("client").get("database"));
    assertEquals(new WorkloadStatus("waiting", "for the database"), status(juju));

    relation.tamper("server", ANSWER);
    juju.settle();

    assertEquals(
        List.of(
            ConnectionString.parse("postgresql://relation-0:p%40ss%20word@10.0.0.1:5432/visits")),
        connected);
    assertEquals(new WorkloadStatus("active", "visits: 1"), status(juju));
  }

  // endregion

  @SimulatedJujuTest
  void triesAgainWhenItCannotConnect(SimulatedJuju juju) {
    refused = true;
    integrate(juju, "database").tamper("server", ANSWER);
    juju.settle();
    assertEquals(new WorkloadStatus("active", "visits: 0"), status(juju));

    refused = false;
    juju.unit("client/0").updateStatus();
    juju.settle();

    assertEquals(new WorkloadStatus("active", "visits: 1"), status(juju));
  }

  @SimulatedJujuTest
  void connectsOverTheOlderInterfaceOnceAllIsGranted(SimulatedJuju juju) {
    SimulatedRelation relation = integrate(juju, "db");
    String subnets = relation.bag("client/0").get("egress-subnets");

    relation.tamper(
        "server", Map.of("master", "host=10.0.0.1 dbname=visits user=u", "database", "visits"));
    juju.settle();
    assertEquals(List.of(), connected);

    relation.tamper(
        "server", Map.of("roles", "reporting", "extensions", "citext", "allowed-subnets", subnets));
    juju.settle();

    assertEquals(List.of(ConnectionString.parse("postgresql://u@10.0.0.1/visits")), connected);
  }
}
