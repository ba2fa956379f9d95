package dev.charmsignals.examples.postgresqlserver;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.event.CollectStatusEvent;
import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.ConnectionStringException;
import dev.charmsignals.postgresql.Server;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every charm that asks a database on servers that are there, and tells where they are. */
public final class PostgresqlServerCharm extends Charm {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresqlServerCharm.class);

  record Settings(String servers, Optional<SecretRef> administrator) {}

  /** What is done for one client, on the primary. */
  private interface Deed {
    void on(Cluster cluster) throws SQLException;
  }

  private final List<String> refusals = new ArrayList<>();
  private @Nullable Cluster cluster;

  // region observe
  private final OlderClients older = new OlderClients(context(), "db");
  private final NewerClients newer = new NewerClients(context(), "database");

  /** Called for every hook. */
  public PostgresqlServerCharm(CharmContext context) {
    super(context);
    observe(older.on().databaseRequested(), event -> serve(event.client()));
    observe(newer.on().databaseRequested(), event -> serve(event.client()));
    observe(older.on().databaseReleased(), "close-db", this::close);
    observe(newer.on().databaseReleased(), "close-database", this::close);
    observe(on().configChanged(), this::serveAll);
    observe(on().secretChanged(), this::serveAll);
    observe(on().updateStatus(), this::serveAll);
    observe(on().action("rotate-passwords"), this::rotate);
    observe(on().collectUnitStatus(), this::status);
  }

  // endregion

  // region serve
  private void serveAll(HookEvent event) {
    older.clients().forEach(this::serve);
    newer.clients().forEach(this::serve);
  }

  private void serve(dev.charmsignals.pgsql.DatabaseClient client) {
    serve(client.relation(), servers -> older.serve(client, servers));
  }

  private void serve(dev.charmsignals.postgresqlclient.DatabaseClient client) {
    serve(client.relation(), servers -> newer.serve(client, servers));
  }

  /** Does it on the leader. What PostgreSQL refuses one client fails no hook: others wait. */
  private void serve(Relation relation, Deed deed) {
    Optional<Cluster> servers = isLeader() ? cluster() : Optional.empty();
    if (servers.isPresent()) {
      try {
        deed.on(servers.get());
      } catch (SQLException e) {
        LOG.warn("PostgreSQL refuses what {} asks for: {}", relation.id(), e.getSQLState());
        refusals.add(relation.application() + " asks for what is refused: " + e.getSQLState());
      }
    }
  }

  // endregion

  private void close(dev.charmsignals.pgsql.ProviderEvents.DatabaseReleased event) {
    close(event, event.client().relation());
  }

  private void close(dev.charmsignals.postgresqlclient.ProviderEvents.DatabaseReleased event) {
    close(event, event.client().relation());
  }

  /** Lets nobody log in any more, now or when there is a primary again that does it. */
  private void close(DeferrableEvent event, Relation relation) {
    if (!isLeader()) {
      return;
    }
    Optional<Cluster> servers = cluster();
    if (servers.flatMap(Cluster::primary).isEmpty()) {
      event.defer();
      return;
    }
    try {
      new Accounts(servers.orElseThrow()).close(Account.user(relation));
    } catch (SQLException e) {
      LOG.warn("The user of {} may still log in: {}", relation.id(), e.getSQLState());
      refusals.add(relation.application() + " may still log in: " + e.getSQLState());
      event.defer();
    }
  }

  private void rotate(ActionEvent event) {
    if (!isLeader() || cluster().flatMap(Cluster::primary).isEmpty()) {
      event.fail("passwords can be changed by the leader, while there is a primary");
      return;
    }
    for (var client : newer.clients()) {
      serve(client.relation(), servers -> newer.rotate(client, servers));
    }
  }

  private void status(CollectStatusEvent event) {
    Optional<Cluster> servers = cluster();
    if (servers.isEmpty()) {
      event.add(blocked("config: servers and administrator are needed"));
    } else if (servers.get().primary().isEmpty()) {
      event.add(waiting("for a primary"));
    }
    refusals.forEach(refusal -> event.add(blocked(refusal)));
    event.add(active(servers.flatMap(Cluster::primary).map(Server::toString).orElse("")));
  }

  /**
   * Looks at the servers, once in a hook that needs it; empty while config does not tell of any.
   */
  private Optional<Cluster> cluster() {
    if (cluster == null) {
      cluster = administrator().map(Cluster::look).orElse(null);
    }
    return Optional.ofNullable(cluster);
  }

  private Optional<ConnectionString> administrator() {
    Settings settings = config().load(Settings.class);
    Optional<SecretContent> login =
        settings.administrator().flatMap(secret -> secrets().get(secret).refresh());
    if (settings.servers().isEmpty() || login.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ConnectionString.parse("postgresql://" + settings.servers())
              .with("user", login.get().value("username").orElse(""))
              .with("password", login.get().value("password").orElse("")));
    } catch (ConnectionStringException e) {
      LOG.error("The option \"servers\" is no list of servers: {}", e.reason());
      return Optional.empty();
    }
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(PostgresqlServerCharm::new);
  }
}
