package dev.charmsignals.testkit.pebble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Starts and stops services, as changes in the background. */
final class ServiceActions {

  private static final Set<String> SIGNALS =
      Set.of(
          "SIGHUP SIGINT SIGQUIT SIGKILL SIGUSR1 SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGCHLD SIGCONT"
              .concat(" SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGWINCH")
              .split(" "));

  private final DaemonState state;
  private volatile ServiceStart starter = (service, command) -> OptionalInt.empty();

  ServiceActions(DaemonState state) {
    this.state = state;
  }

  void onStart(ServiceStart start) {
    starter = start;
  }

  /** Begins an action and returns its change. */
  synchronized String act(String action, List<String> names) {
    Map<String, Map<String, Object>> plan = state.plan.services();
    List<String> wanted = wanted(action, names, plan);
    List<String> stops = new ArrayList<>();
    List<String> starts = new ArrayList<>();
    switch (action) {
      case "start" -> starts.addAll(Startup.withRequired(plan, wanted));
      case "stop" -> {
        stops.addAll(Startup.order(plan, Startup.withDependents(plan, wanted)));
        Collections.reverse(stops);
      }
      case "restart" -> {
        stops.addAll(wanted);
        starts.addAll(Startup.withRequired(plan, wanted));
      }
      case "autostart" -> starts.addAll(Startup.withRequired(plan, wanted));
      default -> {
        plan.forEach(
            (name, planned) -> {
              if (state.services.isOutdated(name, planned)) {
                stops.add(name);
              }
            });
        Set<String> due = new TreeSet<>(stops);
        wanted.stream().filter(name -> !state.services.isRunning(name)).forEach(due::add);
        starts.addAll(Startup.withRequired(plan, due));
        state.checks.startEnabled();
      }
    }
    return begin(action, plan, stops, starts);
  }

  private List<String> wanted(
      String action, List<String> names, Map<String, Map<String, Object>> plan) {
    switch (action) {
      case "start", "stop", "restart" -> {
        if (names.isEmpty()) {
          throw new Refusal(400, "must specify services for " + action + " action");
        }
        for (String name : names) {
          if (!plan.containsKey(name)) {
            throw new Refusal(
                400, "cannot %s services: service \"%s\" does not exist".formatted(action, name));
          }
        }
        return names;
      }
      case "replan", "autostart" -> {
        if (!names.isEmpty()) {
          throw new Refusal(400, action + " accepts no service names");
        }
        List<String> enabled =
            plan.entrySet().stream()
                .filter(service -> "enabled".equals(service.getValue().get("startup")))
                .map(Map.Entry::getKey)
                .toList();
        if (action.equals("autostart") && enabled.isEmpty()) {
          throw new Refusal(400, "no-default-services", "no default services");
        }
        return enabled;
      }
      default -> throw new Refusal(400, "invalid action \"" + action + "\"");
    }
  }

  private String begin(
      String action,
      Map<String, Map<String, Object>> plan,
      List<String> stops,
      List<String> starts) {
    Set<String> all = new LinkedHashSet<>(starts);
    all.addAll(stops);
    SimulatedChange change = state.changes.begin(action, summary(action, List.copyOf(all)));
    Map<SimulatedChange.Step, String> steps = new LinkedHashMap<>();
    for (String name : stops) {
      steps.put(state.changes.step(change, "stop", "Stop service \"" + name + "\""), name);
    }
    for (String name : starts) {
      steps.put(state.changes.step(change, "start", "Start service \"" + name + "\""), name);
    }
    if (steps.isEmpty()) {
      state.changes.end(change);
    } else {
      state.inBackground("services", () -> perform(change, steps, plan));
    }
    return change.id;
  }

  private void perform(
      SimulatedChange change,
      Map<SimulatedChange.Step, String> steps,
      Map<String, Map<String, Object>> plan) {
    for (Map.Entry<SimulatedChange.Step, String> entry : steps.entrySet()) {
      SimulatedChange.Step step = entry.getKey();
      String name = entry.getValue();
      Map<String, Object> planned = plan.getOrDefault(name, Map.of());
      if (step.kind.equals("stop")) {
        if (state.services.isRunning(name)) {
          state.services.ended(name, "inactive");
        }
      } else if (!state.services.isRunning(name)) {
        OptionalInt exitCode = starter.start(name, String.valueOf(planned.get("command")));
        if (exitCode.isPresent()) {
          String failure = ServiceBook.quickly(exitCode, planned);
          state.services.ended(name, failure.endsWith("restart") ? "backoff" : "inactive");
          state.changes.failed(step, failure);
          break;
        }
        state.services.started(name, planned);
      }
      state.changes.done(step);
    }
    state.changes.end(change);
  }

  private static String summary(String action, List<String> names) {
    String verb = Character.toUpperCase(action.charAt(0)) + action.substring(1);
    if (names.isEmpty()) {
      return verb + " - no services";
    }
    return verb
        + " service \""
        + names.get(0)
        + "\""
        + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
  }

  void signal(String signal, List<String> names) {
    List<String> failures = new ArrayList<>();
    for (String name : names) {
      if (!SIGNALS.contains(signal)) {
        failures.add(
            "cannot send signal to \"%s\": invalid signal name \"%s\"".formatted(name, signal));
      } else if (!state.services.isRunning(name)) {
        failures.add("cannot send signal to \"" + name + "\": service is not running");
      } else {
        state.services.signal(signal, name);
      }
    }
    if (!failures.isEmpty()) {
      throw new Refusal(500, String.join("; ", failures));
    }
  }
}
