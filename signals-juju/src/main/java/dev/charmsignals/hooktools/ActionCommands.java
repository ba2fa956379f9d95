package dev.charmsignals.hooktools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands of an action (contract §2.13); outside one they all fail. */
public final class ActionCommands {

  private final CommandRunner runner;

  ActionCommands(CommandRunner runner) {
    this.runner = runner;
  }

  /**
   * Runs {@code action-get}: all parameters, with the defaults of their schema, as strings, numbers
   * (Long where they are whole), booleans, lists and maps.
   */
  public Map<String, @Nullable Object> get() {
    return Collections.unmodifiableMap(runner.object("action-get", "--format", "json").parts());
  }

  /** Runs {@code action-set}: results by dotted key, merged into what was set before. */
  public void set(Map<String, String> results) {
    List<String> arguments = new ArrayList<>(results.size() + 1);
    arguments.add("--");
    for (Map.Entry<String, String> result : results.entrySet()) {
      arguments.add(result.getKey() + "=" + result.getValue());
    }
    runner.run("action-set", null, arguments);
  }

  /** Runs {@code action-fail}: marks the action as failed; the process goes on. */
  public void fail(String message) {
    runner.run("action-fail", null, "--", message);
  }

  /** Runs {@code action-log}: shows progress to whoever runs the action, at once. */
  public void log(String message) {
    runner.run("action-log", null, "--", message);
  }
}
