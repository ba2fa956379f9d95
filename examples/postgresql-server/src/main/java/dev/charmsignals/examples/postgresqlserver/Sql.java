package dev.charmsignals.examples.postgresqlserver;

import dev.charmsignals.postgresql.ConnectionString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;

/** A connection, and the little of SQL that making accounts takes. */
record Sql(Connection connection) implements AutoCloseable {

  static Sql connect(ConnectionString to) throws SQLException {
    return new Sql(to.dataSource().getConnection());
  }

  void run(String statement) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Asks for one value, with one that goes in where the question mark is. */
  Optional<String> find(String query, String value) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(query)) {
      sql.setString(1, value);
      try (ResultSet result = sql.executeQuery()) {
        return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
      }
    }
  }

  /** Quotes a name, whatever is in it. */
  String name(String name) throws SQLException {
    return driver().escapeIdentifier(name);
  }

  String text(String text) throws SQLException {
    return "'" + driver().escapeLiteral(text) + "'";
  }

  PGConnection driver() throws SQLException {
    return connection.unwrap(PGConnection.class);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
