package dev.charmsignals.examples.postgresqlserver;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.pgsql.DatabaseClient;
import dev.charmsignals.pgsql.DatabaseOffer;
import dev.charmsignals.pgsql.PostgreSqlProvider;
import dev.charmsignals.pgsql.ProviderEvents;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresql.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Serves clients over the interface {@code pgsql}, which has the password in its databag. */
final class OlderClients {

  private final PostgreSqlProvider provider;

  OlderClients(CharmContext context, String endpoint) {
    provider = new PostgreSqlProvider(context, endpoint);
  }

  ProviderEvents on() {
    return provider.on();
  }

  List<DatabaseClient> clients() {
    return provider.clients();
  }

  /** Gives a client what it asks for, or tells it that there is no master for now. */
  void serve(DatabaseClient client, Cluster cluster) throws SQLException {
    Optional<Server> primary = cluster.primary();
    if (primary.isEmpty()) {
      DatabaseOffer known = client.published();
      client.publish(new DatabaseOffer(Optional.empty(), known.standbys(), known.version()));
      return;
    }
    Account account = account(client);
    new Accounts(cluster).open(account);
    List<ConnectionString> standbys = new ArrayList<>();
    for (Server standby : cluster.standbys()) {
      standbys.add(cluster.login(account, standby));
    }
    client.publish(
        DatabaseOffer.of(cluster.login(account, primary.get()))
            .withStandbys(standbys)
            .withVersion(cluster.version()));
  }

  private static Account account(DatabaseClient client) {
    Requirements asked = client.requirements();
    return new Account(
        client.application(),
        Account.user(client.relation()),
        password(client.published()).orElseGet(Account::newPassword),
        asked.database().isEmpty() ? asked.withDatabase(client.application()) : asked);
  }

  /** Returns what the client logs in with by now, which nobody else remembers. */
  private static Optional<String> password(DatabaseOffer known) {
    return known
        .master()
        .or(() -> known.standbys().stream().findFirst())
        .flatMap(ConnectionString::password);
  }
}
