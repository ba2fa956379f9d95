package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The services of the plan.
 *
 * <p>What starts or stops them waits until it is done, 30 seconds at most unless {@link #within}
 * says otherwise. A start takes about a second for each service, because Pebble looks whether it
 * stays up that long.
 */
public final class Services {

  private static final Duration USUAL = Duration.ofSeconds(30);

  private final Daemon daemon;
  private final Duration limit;

  Services(Daemon daemon) {
    this(daemon, USUAL);
  }

  private Services(Daemon daemon, Duration limit) {
    this.daemon = daemon;
    this.limit = limit;
  }

  /** Returns the same services, with another limit to how long is waited. */
  public Services within(Duration limit) {
    return new Services(daemon, limit);
  }

  /** Returns how services are doing, by name; all of them if none is named, unknown ones never. */
  public List<ServiceInfo> list(String... names) {
    String target = new Query("/v1/services").with("names", List.of(names)).toString();
    return Fields.listOf("a service", daemon.get(target)).stream().map(ServiceInfo::of).toList();
  }

  /** Returns how a service is doing; empty if the plan has none of that name. */
  public Optional<ServiceInfo> find(String name) {
    return list(name).stream().findFirst();
  }

  /** Returns whether a service is in the plan and runs. */
  public boolean isRunning(String name) {
    return find(name).map(ServiceInfo::isRunning).orElse(false);
  }

  /**
   * Starts services and what they require; those that run are left alone.
   *
   * @throws PebbleChangeException when one ends within its first second
   * @throws PebbleApiException when the plan does not have one
   */
  public Change start(String... names) {
    return act("start", names);
  }

  /** Stops services and what requires them; those that do not run are left alone. */
  public Change stop(String... names) {
    return act("stop", names);
  }

  /** Stops services if they run, and starts them. */
  public Change restart(String... names) {
    return act("restart", names);
  }

  /**
   * Makes it so: restarts services whose configuration has changed since they were started, and
   * starts all that are enabled. Does nothing where nothing has changed.
   */
  public Change replan() {
    return act("replan");
  }

  /** Starts all services that are enabled. */
  public Change autostart() {
    return act("autostart");
  }

  /**
   * Sends a signal to the main processes of services.
   *
   * @param signal its whole name, such as {@code SIGHUP}
   * @throws PebbleApiException when one does not run; others may have got it
   */
  public void signal(String signal, String... names) {
    JsonWriter json = new JsonWriter().startObject().name("signal").string(signal);
    Pebble.names(json, "services", List.of(names));
    daemon.post("/v1/signals", json.endObject().text());
  }

  private Change act(String action, String... names) {
    JsonWriter json = new JsonWriter().startObject().name("action").string(action);
    Pebble.names(json, "services", List.of(names));
    String change = daemon.post("/v1/services", json.endObject().text()).requireChange();
    return new Changes(daemon).await(change, limit);
  }
}
