package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Server;
import dev.charmsignals.postgresql.TargetSession;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on PostgreSQL shows of handing a connection string on. */
class ConnectingTest {

  private static final ConnectionString MASTER =
      ConnectionString.parse("postgresql://app:p%40ss@10.0.0.1/orders?sslmode=require");

  @TempDir private Path directory;

  // region file
  private static void write(ConnectionString master, Path file) throws IOException {
    Properties settings = new Properties();
    settings.setProperty("jdbcUrl", master.jdbcUrl());
    master
        .jdbcProperties()
        .forEach((name, value) -> settings.setProperty("dataSource." + name, value.toString()));
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
  }

  // endregion

  @Test
  void handsAllOnInAFileThatOthersCannotRead() throws IOException {
    Path file = directory.resolve("pool.properties");

    write(MASTER, file);

    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    assertEquals(
        Map.of(
            "jdbcUrl", "jdbc:postgresql://10.0.0.1:5432/orders",
            "dataSource.user", "app",
            "dataSource.password", "p@ss",
            "dataSource.sslmode", "require"),
        read);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  // region several
  private static ConnectionString reading(
      ConnectionString master, List<ConnectionString> standbys) {
    List<Server> servers = new ArrayList<>();
    standbys.forEach(standby -> servers.addAll(standby.servers()));
    servers.addAll(master.servers());
    return master.withServers(servers).withTarget(TargetSession.PREFER_STANDBY);
  }

  // endregion

  @Test
  void readsFromAStandbyIfThereIsOne() {
    ConnectionString standby =
        MASTER.withServers(List.of(new Server("10.0.0.2", 5432), new Server("::1", 5433)));

    ConnectionString reading = reading(MASTER, List.of(standby));

    assertEquals(
        "postgresql://app:p%40ss@10.0.0.2:5432,[::1]:5433,10.0.0.1:5432/orders"
            + "?sslmode=require&target_session_attrs=prefer-standby",
        reading.uri());
    assertEquals(
        "jdbc:postgresql://10.0.0.2:5432,[::1]:5433,10.0.0.1:5432/orders", reading.jdbcUrl());
  }
}
