package dev.charmsignals.examples.postgresqlserver;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers, as their administrator sees them. */
final class Cluster {

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  private final ConnectionString administrator;
  private final List<Server> primaries = new ArrayList<>();
  private final List<Server> standbys = new ArrayList<>();
  private String version = "";

  private Cluster(ConnectionString administrator) {
    this.administrator = administrator.with("connect_timeout", "3");
  }

  /** Asks every server which part it plays; one that does not answer plays none. */
  static Cluster look(ConnectionString administrator) {
    Cluster cluster = new Cluster(administrator);
    for (Server server : administrator.servers()) {
      try (Sql sql = Sql.connect(cluster.administrator(server, "postgres"))) {
        String standby = sql.find("select pg_is_in_recovery() = ?::bool", "true").orElseThrow();
        (standby.equals("t") ? cluster.standbys : cluster.primaries).add(server);
        cluster.version = sql.find("select current_setting(?)", "server_version").orElse("");
      } catch (SQLException e) {
        LOG.warn("{}:{} does not answer: {}", server.host(), server.port(), e.getSQLState());
      }
    }
    return cluster;
  }

  /** Returns the one that takes writes; none if two say so, since one of them is to be fenced. */
  Optional<Server> primary() {
    return primaries.size() == 1 ? Optional.of(primaries.get(0)) : Optional.empty();
  }

  List<Server> standbys() {
    return List.copyOf(standbys);
  }

  String version() {
    return version;
  }

  /** Returns how a client connects to one of the servers. */
  ConnectionString login(Account account, Server server) {
    return administrator
        .withServers(List.of(server))
        .with("connect_timeout", "")
        .with("dbname", account.database())
        .with("user", account.user())
        .with("password", account.password());
  }

  /** Returns how the administrator connects to the primary. */
  ConnectionString administrator(String database) {
    return administrator(primary().orElseThrow(), database);
  }

  private ConnectionString administrator(Server server, String database) {
    return administrator.withServers(List.of(server)).with("dbname", database);
  }
}
