package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.ActionContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A running action: what it was given, and what it has said of its results. */
final class ActionDraft implements ActionContext {

  private final Map<String, Object> parameters;
  private final Map<String, Object> results = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private boolean failed;
  private String message = "";

  ActionDraft(Map<String, Object> parameters) {
    this.parameters = parameters;
  }

  @Override
  public Map<String, Object> parameters() {
    return parameters;
  }

  @Override
  public void putResult(List<String> path, String value) {
    Map<String, Object> level = results;
    for (String key : path.subList(0, path.size() - 1)) {
      level = nested(level, key);
    }
    level.put(path.get(path.size() - 1), value);
  }

  /** A text in the way of a map gives way. */
  @SuppressWarnings("unchecked") // every map among the results was made here
  private static Map<String, Object> nested(Map<String, Object> level, String key) {
    if (!(level.get(key) instanceof Map)) {
      level.put(key, new TreeMap<String, Object>());
    }
    return (Map<String, Object>) level.get(key);
  }

  @Override
  public void fail(String reason) {
    failed = true;
    message = reason;
  }

  @Override
  public void log(String line) {
    log.add(line);
  }

  /** Says how it ended. */
  ActionResult end(HookSubject.Action action, OperatorRun run) {
    boolean well = !failed;
    run.output().addTo(results);
    if (run.ran()) {
      results.put("return-code", run.exitStatus());
    }
    if (run.failure().isPresent()) {
      message = run.failure().get();
      well = false;
    } else if (run.refusal().isPresent()) {
      Object before = results.get("stderr");
      String refusal = run.refusal().get();
      results.put("stderr", before == null ? refusal : before + "\n" + refusal);
      results.put("return-code", 1);
      message = message.isEmpty() ? "committing requested changes failed" : message;
      well = false;
    }
    return new ActionResult(
        action.name(),
        action.id(),
        well ? ActionStatus.COMPLETED : ActionStatus.FAILED,
        message,
        unmodifiable(results),
        log);
  }

  private static Map<String, Object> unmodifiable(Map<?, ?> map) {
    Map<String, Object> copy = new TreeMap<>();
    map.forEach(
        (key, value) ->
            copy.put((String) key, value instanceof Map<?, ?> inner ? unmodifiable(inner) : value));
    return Collections.unmodifiableMap(copy);
  }
}
