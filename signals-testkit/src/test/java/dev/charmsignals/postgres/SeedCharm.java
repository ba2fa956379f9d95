package dev.charmsignals.postgres;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import dev.charmsignals.model.Stored;
import dev.charmsignals.pgsql.PostgreSqlClient;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

// region charm
/** A charm that keeps the connection strings of one PostgreSQL. */
final class SeedCharm extends Charm {

  record Databases(String uri, String conninfo, List<String> readOnlyUris) {}

  private final Stored<Databases> state = stored("databases", new Databases("", "", List.of()));
  private final PostgreSqlClient db = new PostgreSqlClient(context(), "db");

  SeedCharm(CharmContext context) {
    super(context);
    observe(db.on().databaseJoined(), this::onDatabaseJoined);
    observe(db.on().masterChanged(), "use-master", this::onMasterChanged);
    observe(db.on().standbyChanged(), "use-standbys", this::onStandbyChanged);
  }

  private void onDatabaseJoined(DatabaseEvent.DatabaseJoined event) {
    if (isLeader()) {
      event.setDatabase("mydbname");
      event.setExtensions("citext");
    }
  }

  private void onMasterChanged(DatabaseEvent.MasterChanged event) {
    if (relations("db").size() > 1) {
      unit().setStatus(Status.blocked("Too many db relations!"));
      event.defer();
      return;
    }
    if (!relations("db").isEmpty() && !relations("db").contains(event.relation())) {
      return; // deferred, of a relation that is gone, and another has taken its place
    }
    Optional<ConnectionString> master = event.master();
    state.update(
        known ->
            new Databases(
                master.map(ConnectionString::uri).orElse(""),
                master.map(ConnectionString::conninfo).orElse(""),
                known.readOnlyUris()));
  }

  private void onStandbyChanged(DatabaseEvent.StandbyChanged event) {
    if (relations("db").size() > 1) {
      unit().setStatus(Status.blocked("Too many db relations!"));
      event.defer();
      return;
    }
    if (!relations("db").isEmpty() && !relations("db").contains(event.relation())) {
      return;
    }
    List<String> uris = new ArrayList<>();
    for (ConnectionString standby : event.standbys()) {
      uris.add(standby.uri());
    }
    state.update(known -> new Databases(known.uri(), known.conninfo(), uris));
  }
}
// endregion
