package dev.charmsignals.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresqlclient.Database;
import dev.charmsignals.postgresqlclient.DatabaseRequest;
import dev.charmsignals.postgresqlclient.PostgreSqlClient;
import dev.charmsignals.postgresqlclient.TlsPolicy;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;

/** The connection strings that come of an answer. */
class ClientConnectionTest {

  @TempDir Path directory;

  private Desk answered(SimulatedJuju juju, Map<String, String> changes) {
    return answered(juju, TlsPolicy.AS_OFFERED, "mydb", changes);
  }

  private Desk answered(
      SimulatedJuju juju, TlsPolicy policy, String database, Map<String, String> changes) {
    Desk desk =
        Desk.in(juju)
            .making(
                context ->
                    new PostgreSqlClient(context, "database")
                        .always(DatabaseRequest.database(database))
                        .certificatesIn(directory)
                        .tls(policy))
            .deploy(1)
            .integrate();
    Map<String, String> answer = new HashMap<>(desk.answerA());
    answer.putAll(changes);
    return desk.answer(answer);
  }

  private Path file() {
    return directory.resolve("database-0-ca.pem");
  }

  private String encodedFile() {
    return URLEncoder.encode(file().toString(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> tls(Desk desk, Map<String, String> content) {
    return Map.of("secret-tls", desk.secret(content));
  }

  @SimulatedJujuTest
  void case33WritesAUriForLibpq(SimulatedJuju juju) throws IOException {
    Desk desk = answered(juju, Map.of());

    assertEquals(
        "postgresql://relation-7:p%40%3A%2F%25x%20y@10.0.0.1:5432/mydb?sslmode=verify-ca&sslrootcert="
            + encodedFile(),
        desk.master().uri());
    assertEquals(Desk.AUTHORITY + "\n", Files.readString(file()));
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @SimulatedJujuTest
  void case34KeepsThePasswordOutOfTheUrlForJdbc(SimulatedJuju juju) {
    ConnectionString master = answered(juju, Map.of()).master();
    Properties expected = new Properties();
    expected.put("user", "relation-7");
    expected.put("password", Desk.PASSWORD);
    expected.put("sslmode", "verify-ca");
    expected.put("sslrootcert", file().toString());

    assertEquals("jdbc:postgresql://10.0.0.1:5432/mydb", master.jdbcUrl());
    assertEquals(expected, master.jdbcProperties());
  }

  @SimulatedJujuTest
  void case35PrefersStandbysForReading(SimulatedJuju juju) {
    Desk desk = answered(juju, Map.of());

    ConnectionString readOnly = desk.ask(database -> database.readOnly().orElseThrow());

    assertEquals("10.0.0.2,10.0.0.3", readOnly.value("host").orElse(""));
    assertEquals("5432,5432", readOnly.value("port").orElse(""));
    assertEquals("prefer-standby", readOnly.value("target_session_attrs").orElse(""));
    assertEquals("jdbc:postgresql://10.0.0.2:5432,10.0.0.3:5432/mydb", readOnly.jdbcUrl());
    assertEquals("preferSecondary", readOnly.jdbcProperties().getProperty("targetServerType"));
    assertEquals(
        List.of("10.0.0.2", "10.0.0.3"),
        desk.ask(Database::standbys).stream().map(one -> one.value("host").orElse("")).toList());
  }

  @SimulatedJujuTest
  void case36GivesEveryHostItsPort(SimulatedJuju juju) {
    ConnectionString master = answered(juju, Map.of("endpoints", "h1:6432,h2:6432,")).master();

    assertEquals("jdbc:postgresql://h1:6432,h2:6432/mydb", master.jdbcUrl());
    assertEquals("6432,6432", master.value("port").orElse(""));
    assertEquals("read-write", master.value("target_session_attrs").orElse(""));
    assertEquals("primary", master.jdbcProperties().getProperty("targetServerType"));
  }

  private String address(SimulatedJuju juju, String endpoints) {
    return answered(juju, Map.of("endpoints", endpoints))
        .master()
        .jdbcUrl()
        .replace("jdbc:postgresql://", "")
        .replace("/mydb", "");
  }

  @SimulatedJujuTest
  void case37TakesAnAddressWithoutItsBrackets(SimulatedJuju juju) {
    assertEquals("[fd00::1]:5432", address(juju, "fd00::1:5432"));
  }

  @SimulatedJujuTest
  void case37TakesAnAddressInItsBrackets(SimulatedJuju juju) {
    assertEquals("[fd00::1]:5432", address(juju, "[fd00::1]:5432"));
  }

  @SimulatedJujuTest
  void case37TakesAHostWithoutAPort(SimulatedJuju juju) {
    assertEquals("h:5432", address(juju, "h"));
  }

  @SimulatedJujuTest
  void case38EncodesTheDatabaseInBothForms(SimulatedJuju juju) {
    ConnectionString master =
        answered(juju, TlsPolicy.AS_OFFERED, "my db/a+b", Map.of("database", "my db/a+b")).master();

    assertEquals("jdbc:postgresql://10.0.0.1:5432/my%20db%2Fa%2Bb", master.jdbcUrl());
    assertEquals(
        "my%20db%2Fa%2Bb", master.uri().replaceFirst(".*5432/", "").replaceFirst("\\?.*", ""));
  }

  @SimulatedJujuTest
  void case39AsksForNothingWithoutTls(SimulatedJuju juju) {
    Desk desk = answered(juju, Map.of("secret-tls", ""));
    String uri = "postgresql://relation-7:p%40%3A%2F%25x%20y@10.0.0.1:5432/mydb";
    assertEquals(uri, desk.master().uri());

    desk.answer(tls(desk, Map.of("tls", "False")));
    assertEquals(uri, desk.master().uri());
  }

  @SimulatedJujuTest
  void case39RequiresTlsThatNobodyVouchesFor(SimulatedJuju juju) {
    Desk desk = answered(juju, Map.of());

    desk.answer(tls(desk, Map.of("tls", "true")));

    assertEquals(
        "postgresql://relation-7:p%40%3A%2F%25x%20y@10.0.0.1:5432/mydb?sslmode=require",
        desk.master().uri());
  }

  @SimulatedJujuTest
  void neverConnectsInClearWhenTlsIsRequired(SimulatedJuju juju) {
    Desk desk = answered(juju, TlsPolicy.REQUIRED, "mydb", Map.of("secret-tls", ""));

    assertEquals("require", desk.master().value("sslmode").orElse(""));
  }

  @SimulatedJujuTest
  void verifiesTheHostWhenToldTo(SimulatedJuju juju) {
    Desk desk = answered(juju, TlsPolicy.FULLY_VERIFIED, "mydb", Map.of());

    assertEquals("verify-full", desk.master().value("sslmode").orElse(""));
    assertEquals(file().toString(), desk.master().value("sslrootcert").orElse(""));
  }

  @SimulatedJujuTest
  void case40IgnoresUris(SimulatedJuju juju) {
    Desk desk = answered(juju, Map.of("endpoints", "localhost:6432"));

    desk.answer(Map.of("uris", "postgresql://u:p@/mydb"));
    assertEquals("jdbc:postgresql://localhost:6432/mydb", desk.master().jdbcUrl());

    desk.answer(Map.of("uris", "postgresql://u:p@%2Fvar%2Frun%2Fpgbouncer:6432/mydb"));
    assertEquals("jdbc:postgresql://localhost:6432/mydb", desk.master().jdbcUrl());
  }

  @SimulatedJujuTest
  void writesTheCertificatesAgainWhenTheirFileIsLost(SimulatedJuju juju) throws IOException {
    Desk desk = answered(juju, Map.of());
    Files.delete(file());

    desk.unit().updateStatus();
    juju.settle();

    assertEquals(Desk.AUTHORITY + "\n", Files.readString(file()));
  }
}
