package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.WebSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One command that a client runs, from its request to its end. */
final class RunningCommand {

  private static final Duration FOR_CONNECTIONS = Duration.ofSeconds(5);
  private static final Map<String, Integer> SIGNALS =
      Map.of("SIGHUP", 1, "SIGINT", 2, "SIGQUIT", 3, "SIGKILL", 9, "SIGTERM", 15);
  private static final int SOFTWARE_ERROR = 70;

  private final DaemonState state;
  private final SimulatedChange change;
  private final SimulatedChange.Step step;
  private final SimulatedCommand program;
  private final Map<String, @Nullable Object> request;
  private final InputQueue stdin = new InputQueue();
  private final Map<String, WebSocket> sockets = new LinkedHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable CommandCall call;
  private @Nullable Thread thread;
  private volatile int endedBy;
  private volatile int exitCode;

  RunningCommand(
      DaemonState state,
      SimulatedChange change,
      SimulatedChange.Step step,
      SimulatedCommand program,
      Map<String, @Nullable Object> request) {
    this.state = state;
    this.change = change;
    this.step = step;
    this.program = program;
    this.request = request;
  }

  String changeId() {
    return change.id;
  }

  InputQueue stdin() {
    return stdin;
  }

  /** Takes a websocket; the command starts when it has all that it needs. */
  synchronized void attach(String id, WebSocket socket) {
    boolean known =
        id.equals("control") || id.equals("stdio") || (id.equals("stderr") && splitsStderr());
    if (!known) {
      throw new Refusal(404, "websocket \"" + id + "\" not found");
    }
    if (sockets.putIfAbsent(id, socket) != null) {
      throw new Refusal(500, id + " websocket already connected");
    }
    notifyAll();
  }

  private boolean splitsStderr() {
    return Trees.flag(request, "split-stderr");
  }

  /** Waits for the connections, runs the program, and tells how it ended. */
  void run() {
    try {
      if (!awaitConnections()) {
        state.changes.failed(
            step, "timeout waiting for websocket connections: context deadline exceeded");
        return;
      }
      OutputSocket stdout = output("stdio");
      OutputSocket stderr = splitsStderr() ? output("stderr") : stdout;
      Thread runner = start(stdout, stderr);
      if (!awaitEnd()) {
        signal("SIGKILL");
        ended.await(10, TimeUnit.SECONDS);
        state.changes.exited(step, -1);
        state.changes.failed(
            step,
            "timed out after %s: context deadline exceeded"
                .formatted(GoTime.text(limit().orElseThrow())));
      } else {
        state.changes.exited(step, endedBy == 0 ? exitCode : 128 + endedBy);
      }
      runner.interrupt();
      stdout.end();
      if (stderr != stdout) {
        stderr.end();
      }
      closeControl();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      state.changes.end(change);
    }
  }

  private synchronized OutputSocket output(String id) {
    return new OutputSocket(Objects.requireNonNull(sockets.get(id)));
  }

  private synchronized boolean awaitConnections() throws InterruptedException {
    long end = System.nanoTime() + FOR_CONNECTIONS.toNanos();
    while (!sockets.containsKey("stdio") || (splitsStderr() && !sockets.containsKey("stderr"))) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private Optional<Duration> limit() {
    String timeout = Trees.text(request, "timeout");
    return timeout.isEmpty() ? Optional.empty() : Optional.of(GoTime.parse(timeout));
  }

  private boolean awaitEnd() throws InterruptedException {
    Optional<Duration> limit = limit();
    if (limit.isPresent()) {
      return ended.await(limit.get().toNanos(), TimeUnit.NANOSECONDS);
    }
    ended.await();
    return true;
  }

  private synchronized Thread start(OutputStream stdout, OutputStream stderr) {
    Map<String, String> environment = new LinkedHashMap<>();
    Trees.object(request.get("environment"))
        .forEach((name, value) -> environment.put(name, String.valueOf(value)));
    List<String> command = Trees.texts(request.get("command"));
    String directory = Trees.text(request, "working-dir");
    CommandCall started =
        new CommandCall(
            command,
            environment,
            directory.isEmpty() ? "/" : directory,
            Trees.text(request, "user"),
            state.root,
            stdin,
            stdout,
            stderr);
    Thread runner =
        new Thread(
            () -> {
              try {
                exitCode = program.run(started);
              } catch (Exception e) {
                exitCode = SOFTWARE_ERROR;
              } finally {
                ended.countDown();
              }
            },
            "simulated-pebble-command");
    runner.setDaemon(true);
    call = started;
    thread = runner;
    runner.start();
    if (endedBy != 0) { // a signal that came before there was anybody to take it
      runner.interrupt();
    }
    return runner;
  }

  synchronized void signal(String name) {
    CommandCall current = call;
    if (current != null && current.signalled().isPresent()) {
      current.signalled().get().accept(name);
      return;
    }
    Integer number = SIGNALS.get(name);
    if (number != null && ended.getCount() > 0) {
      endedBy = number;
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  private synchronized void closeControl() {
    WebSocket control = sockets.get("control");
    if (control != null) {
      try {
        control.close();
      } catch (IOException e) {
        // It is closed either way.
      }
    }
  }
}
