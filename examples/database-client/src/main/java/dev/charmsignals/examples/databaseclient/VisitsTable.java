package dev.charmsignals.examples.databaseclient;

import dev.charmsignals.postgresql.ConnectionString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Visits in a table, with the server's port beside each. */
final class VisitsTable implements Visits {

  // region connect
  @Override
  public long add(ConnectionString master, String visitor) throws SQLException {
    try (Connection connection = master.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("create table if not exists visits (visitor text, port int, at timestamptz)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into visits values (?, inet_server_port(), now())")) {
        insert.setString(1, visitor);
        insert.executeUpdate();
      }
      try (ResultSet count = sql.executeQuery("select count(*) from visits")) {
        count.next();
        return count.getLong(1);
      }
    }
  }
  // endregion
}
