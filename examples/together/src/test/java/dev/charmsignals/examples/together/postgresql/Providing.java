package dev.charmsignals.examples.together.postgresql;

import static org.awaitility.Awaitility.await;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A simulated Juju with the two charms, and two real servers that the one of them knows. */
final class Providing implements AutoCloseable {

  private final SimulatedJuju juju;
  private final PostgresServer first;
  private final PostgresServer second;
  private PostgresServer primary;

  private Providing(SimulatedJuju juju, List<PostgresServer> pair) {
    this.juju = juju;
    this.first = pair.get(0);
    this.second = pair.get(1);
    this.primary = first;
  }

  /** Deploys both charms; the first server is the primary, and the second follows. */
  static Providing in(SimulatedJuju juju, CharmUnderTest server, CharmUnderTest client)
      throws IOException, InterruptedException {
    Providing providing = new Providing(juju, PostgresServer.pair());
    ConnectionString administrator = providing.first.administrator();
    juju.deploy("server", server);
    String secret =
        juju.addSecret(
                "administrator",
                Map.of(
                    "username", administrator.user().orElseThrow(),
                    "password", administrator.password().orElseThrow()))
            .grant("server")
            .uri();
    juju.application("server")
        .config("servers", providing.first.server() + "," + providing.second.server())
        .config("administrator", secret);
    juju.deploy("client", client);
    juju.settle();
    return providing;
  }

  SimulatedJuju juju() {
    return juju;
  }

  PostgresServer first() {
    return first;
  }

  PostgresServer second() {
    return second;
  }

  SimulatedRelation integrate(String endpoint) {
    SimulatedRelation relation = juju.integrate("client:" + endpoint, "server:" + endpoint);
    juju.settle();
    return relation;
  }

  /** Asks the primary's database of visits something, as a superuser. */
  String ask(String query) throws SQLException {
    return primary.ask("visits", query);
  }

  /** Returns how the client logs in, by what it was told, or by the secret that it was granted. */
  ConnectionString login(SimulatedRelation relation) {
    Map<String, String> bag = relation.bag("server");
    if (bag.containsKey("master")) {
      return ConnectionString.parse(bag.get("master"));
    }
    String id = bag.get("secret-user").substring("secret:".length());
    Map<String, String> secret =
        juju.secrets().stream()
            .filter(facts -> facts.uri().endsWith(id))
            .findFirst()
            .orElseThrow()
            .content();
    return primary
        .administrator()
        .with("user", secret.get("username"))
        .with("password", secret.get("password"))
        .with("dbname", "visits");
  }

  /** Stops the primary, as an operator would, once the standby follows. */
  void stopPrimary() throws IOException, InterruptedException {
    await("the standby follows")
        .until(() -> "1".equals(ask("select count(*) from pg_stat_replication")));
    first.stop();
  }

  /** Has the standby take the place of the primary that was stopped. */
  void promoteStandby() throws IOException, InterruptedException {
    second.promote();
    primary = second;
  }

  @Override
  public void close() {
    first.stop();
    second.stop();
  }
}
