package dev.charmsignals.examples.databaseclient;

import dev.charmsignals.postgresql.ConnectionString;
import java.sql.SQLException;

/** What this charm has instead of an application: it writes down who was there. */
@FunctionalInterface
interface Visits {

  /** Writes down one more visit, and returns how many there are. */
  long add(ConnectionString master, String visitor) throws SQLException;
}
