package dev.charmsignals.examples.databaseclient;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.CollectStatusEvent;
import dev.charmsignals.model.Stored;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseEvent;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresqlclient.PostgreSqlClient;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down in its database that it was there, each time that it is told of another way in. */
public final class DatabaseClientCharm extends Charm {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClientCharm.class);

  record Seen(long visits) {}

  // region ask
  private static final Requirements WANTED = Requirements.database("visits").withRoles("reporting");

  private final PostgreSqlClient database =
      new PostgreSqlClient(context(), "database").always(WANTED);
  // endregion
  // region older
  private final dev.charmsignals.pgsql.PostgreSqlClient db =
      new dev.charmsignals.pgsql.PostgreSqlClient(context(), "db")
          .always(WANTED.withExtensions("citext"));
  // endregion
  private final Stored<Seen> seen = stored("seen", new Seen(0));
  private final Visits visits;

  /** Called for every hook. */
  DatabaseClientCharm(CharmContext context, Visits visits) {
    super(context);
    this.visits = visits;
    // region observe
    observe(database.on().masterChanged(), "connect", this::connect);
    observe(db.on().masterChanged(), "connect-db", this::connect);
    // endregion
    observe(on().collectUnitStatus(), this::status);
  }

  /** Called for every hook, with a table to write to. */
  public DatabaseClientCharm(CharmContext context) {
    this(context, new VisitsTable());
  }

  // region connect
  private void connect(DatabaseEvent.MasterChanged event) {
    Optional<ConnectionString> master = event.master();
    if (master.isEmpty()) {
      return; // it is gone, or moves; the next event tells where to
    }
    try {
      seen.set(new Seen(visits.add(master.get(), unit().name().value())));
    } catch (SQLException e) {
      LOG.warn("Cannot write to {}: SQLSTATE {}", master.get(), e.getSQLState());
      event.defer(); // told again in the next hook
    }
  }

  // endregion

  // region status
  private void status(CollectStatusEvent event) {
    if (relations("database").isEmpty() && relations("db").isEmpty()) {
      event.add(blocked("integrate database or db with a PostgreSQL charm"));
    } else if (database.master().or(db::master).isEmpty()) {
      event.add(waiting("for the database"));
    }
    event.add(active("visits: " + seen.get().visits()));
  }

  // endregion

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(DatabaseClientCharm::new);
  }
}
