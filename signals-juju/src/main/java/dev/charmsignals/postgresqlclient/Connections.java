package dev.charmsignals.postgresqlclient;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Server;
import dev.charmsignals.postgresql.TargetSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes connection strings of what a provider answers. Hosts come from its lists of endpoints, and
 * never from its {@code uris}, which lack ports, encode nothing and may name sockets.
 *
 * @param facts what is known of the relation
 * @param announced whether the charm was told of a connection, and not that it is gone
 * @param policy how sure the client wants to be of the server
 * @param authorityFile where the file with the authority's certificates is, if there are any
 */
record Connections(Facts facts, boolean announced, TlsPolicy policy, String authorityFile) {

  /** Returns how to reach the server that takes writes, if all that takes is known. */
  Optional<ConnectionString> master(String database) {
    List<Server> servers = facts.answer().servers();
    if (servers.isEmpty() || !isComplete(database)) {
      return Optional.empty();
    }
    ConnectionString one = with(database, servers);
    return Optional.of(servers.size() > 1 ? one.withTarget(TargetSession.READ_WRITE) : one);
  }

  /** Returns how to reach each server that takes reads. */
  List<ConnectionString> standbys(String database) {
    if (!isComplete(database)) {
      return List.of();
    }
    List<ConnectionString> standbys = new ArrayList<>();
    for (Server server : facts.answer().readOnlyServers()) {
      standbys.add(with(database, List.of(server)));
    }
    return List.copyOf(standbys);
  }

  /**
   * Returns how to reach whichever server takes reads, the one for writes if there is no other. A
   * list of standbys may hold nothing but the primary, so a standby is preferred, not required.
   */
  Optional<ConnectionString> readOnly(String database) {
    List<Server> servers = facts.answer().readOnlyServers();
    if (servers.isEmpty() || !isComplete(database)) {
      return master(database);
    }
    return Optional.of(with(database, servers).withTarget(TargetSession.PREFER_STANDBY));
  }

  private boolean isComplete(String database) {
    return !facts.broken()
        && !facts.asked().nothing()
        && !facts.isGated()
        && facts.hasLogin()
        && !facts.tlsUnknown()
        && (announced || facts.fatal().isEmpty())
        && !database.isEmpty();
  }

  private ConnectionString with(String database, List<Server> servers) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("dbname", database);
    parts.put("user", facts.login());
    parts.put("password", facts.loginPassword());
    boolean authority = !facts.authority().isEmpty();
    if (facts.tls() && authority) {
      parts.put("sslmode", policy == TlsPolicy.FULLY_VERIFIED ? "verify-full" : "verify-ca");
      parts.put("sslrootcert", authorityFile);
    } else if (facts.tls() || policy != TlsPolicy.AS_OFFERED) {
      // Not "disable" otherwise: servers that turn TLS on later would refuse it.
      parts.put("sslmode", policy == TlsPolicy.FULLY_VERIFIED ? "verify-full" : "require");
    }
    return ConnectionString.of(parts).withServers(servers);
  }

  /** Tells nothing of what it holds. */
  @Override
  public String toString() {
    return "Connections[" + facts.readiness() + "]";
  }
}
