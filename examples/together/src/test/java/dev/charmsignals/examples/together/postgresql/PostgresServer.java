package dev.charmsignals.examples.together.postgresql;

import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A real server, on a free port of this machine, that asks everybody for a password.
 *
 * <p>Its files are not flushed to the disk, as none of them has to outlive the test.
 */
final class PostgresServer implements AutoCloseable {

  private static final int TRIES = 3;

  private final Installation installation;
  private final Path data;
  private final String password;
  private int port;
  private boolean running;

  private PostgresServer(Installation installation, Path data, String password) {
    this.installation = installation;
    this.data = data;
    this.password = password;
  }

  /** Starts one, empty but for a superuser named {@code postgres}. */
  static PostgresServer start() throws IOException, InterruptedException {
    PostgresServer server = prepared();
    server.run();
    return server;
  }

  /**
   * Starts two: the first is the primary, and the second its standby, which gets all that is
   * written to the first.
   */
  static List<PostgresServer> pair() throws IOException, InterruptedException {
    PostgresServer primary = prepared();
    PostgresServer standby = prepared(); // of the same template, so it can follow the first
    primary.run();
    standby.follow(primary);
    standby.run();
    return List.of(primary, standby);
  }

  private static PostgresServer prepared() throws IOException, InterruptedException {
    Installation installation = Installation.get();
    Template template = installation.template();
    Path data = installation.directory("server").resolve("data");
    installation.user().run("cp", "-a", template.data().toString(), data.toString());
    return new PostgresServer(installation, data, template.password());
  }

  private void follow(PostgresServer primary) throws IOException {
    installation.user().own(Files.createFile(data.resolve("standby.signal")));
    configure("primary_conninfo", primary.administrator().with("dbname", "").conninfo());
  }

  private void configure(String name, String value) throws IOException {
    Files.writeString(
        data.resolve("postgresql.conf"),
        name + " = '" + value.replace("\\", "\\\\").replace("'", "''") + "'\n",
        StandardOpenOption.APPEND);
  }

  private void run() throws IOException, InterruptedException {
    configure("listen_addresses", "127.0.0.1");
    configure("unix_socket_directories", data.getParent().toString());
    configure("fsync", "off");
    configure("shared_buffers", "4MB");
    configure("io_method", "sync");
    for (int i = 1; !running; i++) {
      port = freePort();
      try {
        launch();
        running = true;
      } catch (IOException e) {
        if (i == TRIES) { // before that, somebody may have been quicker to take the port
          throw new IOException(Files.readString(data.resolveSibling("log")), e);
        }
      }
    }
    installation.started(this);
  }

  private void launch() throws IOException, InterruptedException {
    installation.run(
        "pg_ctl",
        "start",
        "--wait",
        "--silent",
        "--pgdata=" + data,
        "--log=" + data.resolveSibling("log"),
        "--options=-p " + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Returns where it listens. */
  Server server() {
    return new Server("127.0.0.1", port);
  }

  /** Returns how a superuser connects. */
  ConnectionString administrator() {
    return ConnectionString.of(
            Map.of("user", "postgres", "dbname", "postgres", "password", password))
        .withServers(List.of(server()));
  }

  /** Asks something as a superuser, and returns the first column, one row on each line. */
  String ask(String database, String query) throws SQLException {
    try (Connection connection =
            administrator().with("dbname", database).dataSource().getConnection();
        ResultSet result = connection.createStatement().executeQuery(query)) {
      StringJoiner rows = new StringJoiner("\n");
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows.toString();
    }
  }

  /** Makes a primary of a standby. */
  void promote() throws IOException, InterruptedException {
    installation.run("pg_ctl", "promote", "--wait", "--silent", "--pgdata=" + data);
  }

  /** Stops it for good; its standby gets all before it ends, and clients are cut off. */
  void stop() {
    if (!running) {
      return;
    }
    running = false;
    installation.stopped(this);
    try {
      installation.run("pg_ctl", "stop", "--mode=fast", "--wait", "--silent", "--pgdata=" + data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
