package dev.charmsignals.examples.postgresqlserver;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresql.Server;
import dev.charmsignals.postgresqlclient.ClientRequest;
import dev.charmsignals.postgresqlclient.Credentials;
import dev.charmsignals.postgresqlclient.DatabaseClient;
import dev.charmsignals.postgresqlclient.DatabaseOffer;
import dev.charmsignals.postgresqlclient.PostgreSqlProvider;
import dev.charmsignals.postgresqlclient.ProviderEvents;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Serves clients over the interface {@code postgresql_client}, which hands out secrets. */
final class NewerClients {

  private final PostgreSqlProvider provider;

  NewerClients(CharmContext context, String endpoint) {
    provider = new PostgreSqlProvider(context, endpoint);
  }

  ProviderEvents on() {
    return provider.on();
  }

  List<DatabaseClient> clients() {
    return provider.clients();
  }

  /** Gives a client what it asks for, or tells it that there is no server for now. */
  void serve(DatabaseClient client, Cluster cluster) throws SQLException {
    if (cluster.primary().isEmpty()) {
      client.setEndpoints(List.of(), cluster.standbys());
      return;
    }
    for (ClientRequest request : client.requests()) {
      Optional<Credentials> known = client.credentials(request);
      String password = known.isPresent() ? known.get().password() : Account.newPassword();
      answer(client, request, cluster, password);
    }
  }

  /** Gives a client that was served a new password. */
  void rotate(DatabaseClient client, Cluster cluster) throws SQLException {
    for (ClientRequest request : client.requests()) {
      if (client.isAnswered(request)) {
        answer(client, request, cluster, Account.newPassword());
      }
    }
  }

  private static void answer(
      DatabaseClient client, ClientRequest request, Cluster cluster, String password)
      throws SQLException {
    if (request.isPrefix() || request.entityType().isPresent()) {
      return; // this charm has nothing for those
    }
    Account account =
        new Account(
            client.relation().application(),
            Account.user(client.relation(), request.id()),
            password,
            Requirements.database(request.database()).withRoles(request.roles()));
    new Accounts(cluster).open(account);
    Server primary = cluster.primary().orElseThrow();
    client.publish(
        request,
        DatabaseOffer.of(account.database(), account.user(), account.password())
            .withEndpoints(List.of(primary), cluster.standbys())
            .withVersion(cluster.version()));
  }
}
