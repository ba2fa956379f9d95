package dev.charmsignals.examples.together.postgresql;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.TargetSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a connection string says, the driver does, with real servers at the other end. */
class PostgresServerIT {

  @Test
  void connectsThroughWhatAConnectionStringSays() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      ConnectionString owner =
          server
              .administrator()
              .with(
                  Map.of(
                      "user", "o'w\\ner %41",
                      "password", "p@:/%x y+'\\é",
                      "dbname", "my db/a+b?%41&é",
                      "options", "-c statement_timeout=4711 -c search_path=a,\\ b",
                      "application_name", "charm",
                      "connect_timeout", "10",
                      "keepalives", "1"));
      execute(
          server.administrator(), "create role \"o'w\\ner %41\" login password 'p@:/%x y+''\\é'");
      execute(server.administrator(), "create database \"my db/a+b?%41&é\"");

      for (String text : List.of(owner.conninfo(), owner.uri())) {
        ConnectionString string = ConnectionString.parse(text);
        assertEquals("o'w\\ner %41", query(string, "select current_user"));
        assertEquals("my db/a+b?%41&é", query(string, "select current_database()"));
        assertEquals("4711ms", query(string, "show statement_timeout"));
        assertEquals("a, b", query(string, "show search_path"));
        assertEquals("charm", query(string, "show application_name"));
      }

      ConnectionString wrong = owner.with("password", "sEcReT");
      SQLException failure = assertThrows(SQLException.class, () -> query(wrong, "select 1"));
      assertEquals("28P01", failure.getSQLState());
      assertFalse(failure.toString().contains("sEcReT"), failure.toString());
    }
  }

  @Test
  void endsAtTheServerThatItIsToldToAndFollowsAPromotedStandby() throws Exception {
    List<PostgresServer> pair = PostgresServer.pair();
    try (PostgresServer first = pair.get(0);
        PostgresServer second = pair.get(1)) {
      ConnectionString both =
          first.administrator().withServers(List.of(second.server(), first.server()));
      ConnectionString writer = both.withTarget(TargetSession.PRIMARY);
      await("the standby follows")
          .until(() -> "1".equals(query(writer, "select count(*) from pg_stat_replication")));
      execute(writer, "create table seen (at int)");
      execute(writer, "insert into seen values (1)");

      assertEquals(
          Map.of(
              TargetSession.ANY, second.server().port(),
              TargetSession.READ_WRITE, first.server().port(),
              TargetSession.PRIMARY, first.server().port(),
              TargetSession.READ_ONLY, second.server().port(),
              TargetSession.STANDBY, second.server().port(),
              TargetSession.PREFER_STANDBY, second.server().port()),
          ends(both));

      first.stop();
      second.promote();
      execute(writer, "insert into seen values (2)");
      assertEquals("2", query(writer, "select count(*) from seen"));
    }
  }

  private static Map<TargetSession, Integer> ends(ConnectionString string) throws SQLException {
    Map<TargetSession, Integer> ends = new EnumMap<>(TargetSession.class);
    for (TargetSession target : TargetSession.values()) {
      String port = query(string.withTarget(target), "select inet_server_port()");
      ends.put(target, Integer.valueOf(port));
    }
    return ends;
  }

  private static void execute(ConnectionString string, String statement) throws SQLException {
    try (Connection connection = string.dataSource().getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  private static String query(ConnectionString string, String query) throws SQLException {
    try (Connection connection = string.dataSource().getConnection();
        ResultSet result = connection.createStatement().executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
