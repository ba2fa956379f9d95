package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.Pebble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Pebble of one container, and what a test decides about the container.
 *
 * <p>No process is run in it: services stay up unless {@link #onStart} says otherwise, programs do
 * what {@link #onExec} says, and checks go on succeeding until {@link #failCheck}. Files are in a
 * directory of the test's machine. What it keeps, refuses and answers is as a real Pebble does. For
 * any thread.
 */
public final class SimulatedPebble implements AutoCloseable {

  private final Path socket;
  private final DaemonState state;
  private final Api api;
  private @Nullable Server server;

  private SimulatedPebble(Path socket, Path root) {
    this.socket = socket;
    this.state = new DaemonState(root);
    this.api = new Api(state);
  }

  /**
   * Makes one that listens nowhere yet.
   *
   * @param socket where it will listen; 106 bytes at most
   * @param root the directory that is the root of the container's files
   */
  public static SimulatedPebble at(Path socket, Path root) {
    try {
      return new SimulatedPebble(socket, root.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("There is no directory " + root, e);
    }
  }

  /** Listens from now on, if it does not yet. */
  public synchronized SimulatedPebble start() {
    if (server == null) {
      server = Server.listen(socket, api, state);
    }
    return this;
  }

  /** Stops as when the container stops: layers, services and checks are forgotten. */
  public synchronized SimulatedPebble stop() {
    if (server != null) {
      server.close();
      server = null;
      state.restart();
    }
    return this;
  }

  @Override
  public void close() {
    stop();
  }

  /** Returns whether it listens. */
  public synchronized boolean isListening() {
    return server != null;
  }

  /** Returns a client of it, with which a test can look at everything. */
  public Pebble client() {
    return Pebble.at(socket);
  }

  /** Returns the directory that is the root of the container's files. */
  public Path root() {
    return state.root;
  }

  // What happens in the container.

  /** Says what a program does when a charm runs it, by the name that the charm uses. */
  public SimulatedPebble onExec(String program, SimulatedCommand command) {
    state.commands.install(program, command);
    return this;
  }

  /** Runs any other program as one of the test's machine, in the container's directory. */
  public SimulatedPebble execOnHost() {
    state.commands.installOthers(new HostCommand());
    return this;
  }

  /** Says what becomes of services that are started. */
  public SimulatedPebble onStart(ServiceStart start) {
    state.actions.onStart(start);
    return this;
  }

  /** Makes the services of a name end at once with an exit code when they are started. */
  public SimulatedPebble exitAtOnce(String service, int exitCode) {
    return onStart(
        (name, command) -> name.equals(service) ? OptionalInt.of(exitCode) : OptionalInt.empty());
  }

  /** Lets a running service end, for good or, {@code backoff}, to be restarted in a while. */
  public SimulatedPebble end(String service, String current) {
    state.services.ended(service, current);
    return this;
  }

  /** Lets a service write a line. */
  public SimulatedPebble log(String service, String message) {
    state.logs.add(service, message);
    return this;
  }

  /** Tells a custom notice, as {@code pebble notify} does in the container. */
  public String notify(String key, Map<String, String> data) {
    try {
      return api.notify(key, data, Duration.ZERO);
    } catch (Refusal e) {
      throw new IllegalStateException(e.message());
    }
  }

  /** Lets a running check of the plan fail as often as its threshold says. */
  public SimulatedPebble failCheck(String check) {
    state.checks.fail(check);
    state.tell(new PebbleEvent.CheckFailed(check));
    return this;
  }

  /** Lets a check succeed again. */
  public SimulatedPebble recoverCheck(String check) {
    state.checks.recover(check);
    state.tell(new PebbleEvent.CheckRecovered(check));
    return this;
  }

  // What has happened.

  /** Returns the signals that services were sent, such as {@code SIGHUP web}. */
  public List<String> signals() {
    return state.services.signals();
  }

  /** Returns the names of the health checks in its plan; none while it has stopped. */
  public Set<String> checks() {
    return state.checks.names();
  }

  /** Returns what an agent has not yet been told, once. */
  public List<PebbleEvent> takeEvents() {
    return state.takeEvents();
  }
}
