package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cases of the interface {@code postgresql_client} that are about the strings themselves. */
class ModernCasesTest {

  private static final ConnectionString ANSWER =
      ConnectionString.of(
              Map.of(
                  "dbname", "mydb",
                  "user", "relation-7",
                  "password", "p@:/%x y",
                  "sslmode", "verify-ca",
                  "sslrootcert", "/ca.pem"))
          .withServers(List.of(new Server("10.0.0.1", 5432)));

  @Test
  void case33WritesTheUriOfThePrimary() {
    assertEquals(
        "postgresql://relation-7:p%40%3A%2F%25x%20y@10.0.0.1:5432/mydb"
            + "?sslmode=verify-ca&sslrootcert=%2Fca.pem",
        ANSWER.uri());
  }

  @Test
  void case34KeepsCredentialsOutOfTheJdbcUrl() {
    assertEquals("jdbc:postgresql://10.0.0.1:5432/mydb", ANSWER.jdbcUrl());
    assertEquals(
        Map.of(
            "user", "relation-7",
            "password", "p@:/%x y",
            "sslmode", "verify-ca",
            "sslrootcert", "/ca.pem"),
        ANSWER.jdbcProperties());
  }

  @Test
  void case35PrefersStandbys() {
    ConnectionString reading =
        ANSWER
            .withServers(List.of(new Server("10.0.0.2", 5432), new Server("10.0.0.3", 5432)))
            .withTarget(TargetSession.PREFER_STANDBY);

    assertEquals(
        "postgresql://relation-7:p%40%3A%2F%25x%20y@10.0.0.2:5432,10.0.0.3:5432/mydb"
            + "?sslmode=verify-ca&sslrootcert=%2Fca.pem&target_session_attrs=prefer-standby",
        reading.uri());
    assertEquals("jdbc:postgresql://10.0.0.2:5432,10.0.0.3:5432/mydb", reading.jdbcUrl());
    assertEquals("preferSecondary", reading.jdbcProperties().get("targetServerType"));
  }

  @Test
  void case36WantsThePrimaryOfSeveralServers() {
    ConnectionString writing =
        ConnectionString.of(Map.of("dbname", "mydb"))
            .withServers(List.of(new Server("h1", 6432), new Server("h2", 6432)))
            .withTarget(TargetSession.READ_WRITE);

    assertEquals(
        "postgresql://h1:6432,h2:6432/mydb?target_session_attrs=read-write", writing.uri());
    assertEquals("jdbc:postgresql://h1:6432,h2:6432/mydb", writing.jdbcUrl());
    assertEquals(Map.of("targetServerType", "primary"), writing.jdbcProperties());
  }

  @Test
  void case37PutsAnIpv6AddressInBrackets() {
    ConnectionString string =
        ConnectionString.empty().withServers(List.of(new Server("[fd00::1]", 5432)));

    assertEquals(List.of(new Server("fd00::1", 5432)), string.servers());
    assertEquals("postgresql://[fd00::1]:5432", string.uri());
    assertEquals("jdbc:postgresql://[fd00::1]:5432/", string.jdbcUrl());
  }

  @Test
  void case38EncodesTheDatabaseInBothForms() {
    ConnectionString string = ConnectionString.of(Map.of("host", "h", "dbname", "my db/a+b"));

    assertEquals("postgresql://h/my%20db%2Fa%2Bb", string.uri());
    assertEquals("jdbc:postgresql://h:5432/my%20db%2Fa%2Bb", string.jdbcUrl());
  }
}
