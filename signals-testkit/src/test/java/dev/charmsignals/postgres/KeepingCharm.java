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
final class KeepingCharm extends Charm {

  record Databases(int relation, String uri, String conninfo, List<String> readOnlyUris) {

    static Databases none(int relation) {
      return new Databases(relation, "", "", List.of());
    }
  }

  private final Stored<Databases> state = stored("databases", Databases.none(-1));
  private final PostgreSqlClient db = new PostgreSqlClient(context(), "db");

  KeepingCharm(CharmContext context) {
    super(context);
    observe(db.on().databaseJoined(), "ask", this::onDatabaseJoined);
    observe(db.on().masterChanged(), "use-master", this::onMasterChanged);
    observe(db.on().standbyChanged(), "use-standbys", this::onStandbyChanged);
  }

  private void onDatabaseJoined(DatabaseEvent.DatabaseJoined event) {
    if (isLeader()) {
      event.setDatabase("mydbname");
      event.setExtensions("citext");
    } else if (!event.database().equals(Optional.of("mydbname"))) {
      event.defer(); // this unit may lead before anybody has asked
    }
  }

  private void onMasterChanged(DatabaseEvent.MasterChanged event) {
    if (isForLater(event) || isOver(event)) {
      return;
    }
    Optional<ConnectionString> master = event.master();
    Databases known = known(event);
    state.set(
        new Databases(
            known.relation(),
            master.map(ConnectionString::uri).orElse(""),
            master.map(ConnectionString::conninfo).orElse(""),
            known.readOnlyUris()));
  }

  private void onStandbyChanged(DatabaseEvent.StandbyChanged event) {
    if (isForLater(event) || isOver(event)) {
      return;
    }
    List<String> uris = new ArrayList<>();
    for (ConnectionString standby : event.standbys()) {
      uris.add(standby.uri());
    }
    Databases known = known(event);
    state.set(new Databases(known.relation(), known.uri(), known.conninfo(), uris));
  }

  private boolean isForLater(DatabaseEvent event) {
    if (isEnding(event) || relations("db").size() <= 1) {
      return false;
    }
    unit().setStatus(Status.blocked("Too many db relations!"));
    event.defer();
    return true;
  }

  /** Whether it is of a relation that ends, and not of the one whose strings are kept. */
  private boolean isOver(DatabaseEvent event) {
    return isEnding(event) && event.relation().id().number() != state.get().relation();
  }

  private boolean isEnding(DatabaseEvent event) {
    return event.relation().isBroken() || !relations("db").contains(event.relation());
  }

  /** What is kept, unless that is of another relation. */
  private Databases known(DatabaseEvent event) {
    int relation = event.relation().id().number();
    return state.get().relation() == relation ? state.get() : Databases.none(relation);
  }
}
// endregion
