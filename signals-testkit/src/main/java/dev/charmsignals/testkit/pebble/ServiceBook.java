package dev.charmsignals.testkit.pebble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which services run. For any thread. */
final class ServiceBook {

  private static final class Running {
    String current = "inactive";
    @Nullable Instant since;
    Map<String, Object> startedAs = Map.of();
  }

  private final Clockwork clock;
  private final Map<String, Running> services = new TreeMap<>();
  private final List<String> signals = new ArrayList<>();

  ServiceBook(Clockwork clock) {
    this.clock = clock;
  }

  synchronized boolean isRunning(String name) {
    return of(name).current.equals("active");
  }

  /** Returns whether it runs as something else than the plan says now. */
  synchronized boolean isOutdated(String name, Map<String, Object> planned) {
    return isRunning(name) && !of(name).startedAs.equals(planned);
  }

  synchronized void started(String name, Map<String, Object> planned) {
    Running running = of(name);
    running.current = "active";
    running.since = clock.next();
    running.startedAs = Map.copyOf(planned);
  }

  /** It has ended: for good, or to be started again a little later. */
  synchronized void ended(String name, String current) {
    Running running = of(name);
    running.current = current;
    running.since = clock.next();
  }

  synchronized void signal(String signal, String name) {
    signals.add(signal + " " + name);
  }

  synchronized List<String> signals() {
    return List.copyOf(signals);
  }

  /** Forgets what runs, as when the container is restarted. */
  synchronized void clear() {
    services.clear();
  }

  synchronized Map<String, Object> tree(String name, Map<String, Object> planned) {
    Running running = of(name);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("startup", planned.getOrDefault("startup", "disabled"));
    tree.put("current", running.current);
    if (running.since != null) {
      tree.put("current-since", running.since.toString());
    }
    return tree;
  }

  /** Returns what Pebble says of one that ended within its first second. */
  static String quickly(OptionalInt exitCode, Map<String, Object> planned) {
    Object reaction =
        planned.getOrDefault(exitCode.orElseThrow() == 0 ? "on-success" : "on-failure", "restart");
    return "service start attempt: exited quickly with code %d, will %s"
        .formatted(exitCode.getAsInt(), reaction);
  }

  private Running of(String name) {
    return services.computeIfAbsent(name, n -> new Running());
  }
}
