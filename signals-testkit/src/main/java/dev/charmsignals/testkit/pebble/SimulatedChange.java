package dev.charmsignals.testkit.pebble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change while it goes on; guarded by the book it stands in. */
final class SimulatedChange {

  /** One step of it. */
  static final class Step {
    final String id;
    final String kind;
    final String summary;
    final List<String> log = new ArrayList<>();
    String status = "Do";
    @Nullable Integer exitCode;
    @Nullable String failure;

    Step(String id, String kind, String summary) {
      this.id = id;
      this.kind = kind;
      this.summary = summary;
    }
  }

  final String id;
  final String kind;
  final String summary;
  final List<Step> steps = new ArrayList<>();
  final Map<String, String> data = new LinkedHashMap<>();
  final Instant spawned;
  String status = "Do";
  @Nullable Instant ended;

  SimulatedChange(String id, String kind, String summary, Instant spawned) {
    this.id = id;
    this.kind = kind;
    this.summary = summary;
    this.spawned = spawned;
  }

  boolean isReady() {
    return ended != null;
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", id);
    tree.put("kind", kind);
    tree.put("summary", summary);
    tree.put("status", status);
    tree.put("ready", isReady());
    tree.put("spawn-time", spawned.toString());
    Instant end = ended;
    if (end != null) {
      tree.put("ready-time", end.toString());
    }
    if (!steps.isEmpty()) {
      tree.put("tasks", steps.stream().map(this::tree).toList());
    }
    if (!data.isEmpty()) {
      tree.put("data", Map.copyOf(data));
    }
    List<Step> failed = steps.stream().filter(step -> step.failure != null).toList();
    if (!failed.isEmpty() && isReady()) {
      StringBuilder error = new StringBuilder("cannot perform the following tasks:");
      failed.forEach(
          step ->
              error
                  .append("\n- ")
                  .append(step.summary)
                  .append(" (")
                  .append(step.failure)
                  .append(')'));
      tree.put("err", error.toString());
    }
    return tree;
  }

  private Map<String, Object> tree(Step step) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", step.id);
    tree.put("kind", step.kind);
    tree.put("summary", step.summary);
    tree.put("status", step.status);
    tree.put("progress", Map.of("label", "", "done", isReady() ? 1 : 0, "total", 1));
    tree.put("spawn-time", spawned.toString());
    if (!step.log.isEmpty()) {
      tree.put("log", List.copyOf(step.log));
    }
    Integer code = step.exitCode;
    if (code != null) {
      tree.put("data", Map.of("exit-code", code));
    }
    return tree;
  }
}
