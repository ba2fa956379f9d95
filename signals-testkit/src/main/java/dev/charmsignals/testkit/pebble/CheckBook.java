package dev.charmsignals.testkit.pebble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the checks are doing, which only a test decides. For any thread. */
final class CheckBook {

  private static final class Performed {
    boolean running;
    boolean down;
    long failures;
    long successes;
    @Nullable SimulatedChange change;
  }

  private final PlanBook plan;
  private final ChangeBook changes;
  private final NoticeBook notices;
  private final Map<String, Performed> checks = new TreeMap<>();

  CheckBook(PlanBook plan, ChangeBook changes, NoticeBook notices) {
    this.plan = plan;
    this.changes = changes;
    this.notices = notices;
  }

  /** Starts what is new in the plan, and forgets what is in it no more. */
  synchronized void follow() {
    Map<String, Map<String, Object>> planned = plan.checks();
    checks.keySet().retainAll(planned.keySet());
    planned.forEach(
        (name, check) -> {
          if (!checks.containsKey(name)) {
            checks.put(name, new Performed());
            if (!"disabled".equals(check.get("startup"))) {
              start(name);
            }
          }
        });
  }

  synchronized void startEnabled() {
    plan.checks()
        .forEach(
            (name, check) -> {
              if (!"disabled".equals(check.get("startup")) && !require(name).running) {
                start(name);
              }
            });
  }

  synchronized List<String> start(Collection<String> names) {
    return changed("start", names, false);
  }

  synchronized List<String> stop(Collection<String> names) {
    return changed("stop", names, true);
  }

  private List<String> changed(String action, Collection<String> names, boolean running) {
    if (names.isEmpty()) {
      throw new Refusal(400, "must specify checks for " + action + " action");
    }
    List<String> missing = names.stream().filter(name -> !checks.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new Refusal(
          400,
          "cannot %s checks: cannot find checks in plan: %s"
              .formatted(action, String.join(", ", missing)));
    }
    List<String> changed = new ArrayList<>();
    for (String name : names) {
      Performed check = require(name);
      if (check.running == running) {
        changed.add(name);
        if (running) {
          check.running = false;
          end(check, null);
        } else {
          start(name);
        }
      }
    }
    return changed;
  }

  /** Lets a check fail as often as it takes. */
  synchronized void fail(String name) {
    Performed check = running(name);
    check.down = true;
    check.failures = threshold(name);
    end(check, "check failed " + check.failures + " times");
    begin(name, check, "recover-check");
  }

  /** Lets a check succeed again. */
  synchronized void recover(String name) {
    Performed check = running(name);
    check.down = false;
    check.failures = 0;
    check.successes++;
    end(check, null);
    begin(name, check, "perform-check");
  }

  synchronized Map<String, Object> refresh(String name) {
    if (!checks.containsKey(name)) {
      throw new Refusal(404, "cannot find check with name \"" + name + "\"");
    }
    return tree(name);
  }

  synchronized List<Map<String, Object>> trees(String level, Collection<String> names) {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (String name : checks.keySet()) {
      Map<String, Object> tree = tree(name);
      if ((names.isEmpty() || names.contains(name))
          && (level.isEmpty() || level.equals(tree.get("level")))) {
        trees.add(tree);
      }
    }
    return trees;
  }

  synchronized boolean isHealthy(String level, Collection<String> names) {
    return checks.keySet().stream()
        .filter(name -> names.isEmpty() || names.contains(name))
        .map(this::tree)
        .filter(tree -> !level.equals("alive") || "alive".equals(tree.get("level")))
        .filter(tree -> !level.equals("ready") || tree.containsKey("level"))
        .noneMatch(tree -> "down".equals(tree.get("status")));
  }

  private void start(String name) {
    Performed check = require(name);
    check.running = true;
    check.down = false;
    check.failures = 0;
    check.successes = 0;
    begin(name, check, "perform-check");
  }

  private void begin(String name, Performed check, String kind) {
    boolean performs = kind.equals("perform-check");
    String summary =
        (performs ? "Perform " : "Recover ")
            + planned(name).keySet().stream()
                .filter(List.of("http", "tcp", "exec")::contains)
                .findFirst()
                .orElse("")
            + " check \""
            + name
            + "\"";
    SimulatedChange change = changes.begin(kind, summary);
    change.data.put("check-name", name);
    changes.step(change, kind, summary);
    check.change = change;
    told(change, name);
  }

  private void end(Performed check, @Nullable String failure) {
    SimulatedChange change = check.change;
    check.change = null;
    if (change != null) {
      if (failure != null) {
        changes.failed(change.steps.get(0), failure);
      }
      changes.end(change);
      told(change, change.data.getOrDefault("check-name", ""));
    }
  }

  private void told(SimulatedChange change, String name) {
    notices.add(
        "change-update", change.id, Map.of("kind", change.kind, "check-name", name), Duration.ZERO);
  }

  private long threshold(String name) {
    return Long.parseLong(String.valueOf(planned(name).getOrDefault("threshold", 3)));
  }

  private Map<String, Object> planned(String name) {
    return plan.checks().getOrDefault(name, Map.of());
  }

  private Performed running(String name) {
    Performed check = require(name);
    if (!check.running) {
      throw new IllegalStateException("Check \"" + name + "\" is stopped, so it cannot change");
    }
    return check;
  }

  private Performed require(String name) {
    Performed check = checks.get(name);
    if (check == null) {
      throw new IllegalStateException(
          "There is no check \"%s\" in the plan; there are %s".formatted(name, checks.keySet()));
    }
    return check;
  }

  private Map<String, Object> tree(String name) {
    Performed check = require(name);
    Map<String, Object> planned = planned(name);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("startup", planned.getOrDefault("startup", "enabled"));
    tree.put("status", check.running ? check.down ? "down" : "up" : "inactive");
    tree.put("successes", check.successes);
    if (check.failures > 0) {
      tree.put("failures", check.failures);
    }
    tree.put("threshold", threshold(name));
    Object level = planned.get("level");
    if (level != null) {
      tree.put("level", level);
    }
    if (check.change != null) {
      tree.put("change-id", check.change.id);
    }
    return tree;
  }

  synchronized Set<String> names() {
    return Set.copyOf(checks.keySet());
  }

  synchronized void clear() {
    checks.clear();
  }
}
