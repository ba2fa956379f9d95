package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The client of one Pebble daemon: what it can be asked, by subject.
 *
 * <p>Immutable, and for any thread; every request has a connection of its own. A charm gets it from
 * its {@link Container}. Everything throws a {@link PebbleException} when it goes wrong; paths are
 * those of the workload's container, and absolute.
 */
public final class Pebble {

  private static final Duration USUAL = Duration.ofSeconds(5);

  private final Daemon daemon;

  private Pebble(Daemon daemon) {
    this.daemon = daemon;
  }

  /** Makes a client of whoever listens on a socket file; connects to nothing yet. */
  public static Pebble at(Path socket) {
    return new Pebble(new Daemon(socket, USUAL));
  }

  /** Returns a client whose requests may take that long each; 5 seconds are usual. */
  public Pebble withTimeout(Duration timeout) {
    return new Pebble(new Daemon(daemon.socket(), timeout));
  }

  /** Returns the socket file. */
  public Path socket() {
    return daemon.socket();
  }

  /** Returns what the daemon says about itself. */
  public SystemInfo systemInfo() {
    return SystemInfo.of(Fields.of("the system info", daemon.get("/v1/system-info")));
  }

  /** Returns whether it answers now; never throws. */
  public boolean canConnect() {
    try {
      systemInfo();
      return true;
    } catch (PebbleException e) {
      return false;
    }
  }

  /**
   * Returns whether all running checks of a level are up; with none, true.
   *
   * @param level {@code alive} or {@code ready}, which counts {@code alive} ones too
   */
  public boolean isHealthy(String level) {
    String target = new Query("/v1/health").with("level", level).toString();
    return Fields.of("the health", daemon.get(target)).flag("healthy");
  }

  /** Returns what should run, and how. */
  public Layers layers() {
    return new Layers(daemon);
  }

  /** Returns what runs. */
  public Services services() {
    return new Services(daemon);
  }

  /** Returns what is done in the background. */
  public Changes changes() {
    return new Changes(daemon);
  }

  /** Returns the container's files. */
  public ContainerFiles files() {
    return new ContainerFiles(daemon);
  }

  /** Returns the health checks. */
  public Checks checks() {
    return new Checks(daemon);
  }

  /** Returns the notices. */
  public Notices notices() {
    return new Notices(daemon);
  }

  /** Returns what the services write. */
  public Logs logs() {
    return new Logs(daemon);
  }

  /** Returns who may ask the daemon for what. */
  public Identities identities() {
    return new Identities(daemon);
  }

  /**
   * Starts a command in the container; close it, or wait for its end.
   *
   * @throws PebbleApiException when it cannot be started: no such program, user or directory
   */
  public ExecProcess exec(ExecCommand command) {
    return ExecStart.start(daemon, command);
  }

  /** Writes a list of names as JSON. */
  static void names(JsonWriter json, String field, List<String> names) {
    json.name(field).startArray();
    for (String name : names) {
      json.string(name);
    }
    json.endArray();
  }
}
