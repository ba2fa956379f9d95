package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import dev.charmsignals.testkit.world.ReadRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Writes hooks down for a person: what each read, wrote and logged, and how it ended. */
final class Timeline {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> statuses = new HashMap<>();

  private Timeline() {}

  static String of(List<HookRecord> hooks) {
    Timeline timeline = new Timeline();
    hooks.forEach(timeline::add);
    return timeline.text.toString();
  }

  private void add(HookRecord hook) {
    text.append("%4d  %-14s %s".formatted(hook.number(), hook.unit(), hook.hook()));
    if (hook.retried()) {
      text.append("  (attempt ").append(hook.attempt()).append(')');
    }
    if (hook.outcome() != HookOutcome.COMMITTED) {
      text.append("  ").append(ending(hook));
    }
    text.append('\n');
    if (!hook.reads().isEmpty()) {
      line("read", hook.reads().stream().map(ReadRecord::toString).collect(inOneLine()));
    }
    for (Change change : hook.changes()) {
      line("wrote", change.toString());
    }
    for (LogRecord log : hook.logs()) {
      line("logged", log.level() + " " + log.text());
    }
    if (!hook.commands().isEmpty()) {
      line("ran", commands(hook.commands()));
    }
    String status = (hook.status().status() + " " + hook.status().message()).strip();
    if (!status.equals(statuses.put(hook.unit(), status))) {
      line("status", status);
    }
  }

  private static String ending(HookRecord hook) {
    String word =
        switch (hook.outcome()) {
          case COMMITTED -> "";
          case MISSING -> "missing, taken as done";
          case SKIPPED -> "resolved without a retry";
          case FAILED -> "FAILED with exit status " + hook.exitStatus();
          case REFUSED -> "REFUSED";
          case TERMINATED -> "terminated, queued again";
          case CRASHED_BEFORE_COMMIT -> "agent CRASHED before the commit";
          case CRASHED_AFTER_COMMIT -> "agent CRASHED after the commit";
        };
    return word + hook.refusal().map(reason -> ": " + reason).orElse("");
  }

  private static String commands(List<CommandRecord> commands) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    commands.forEach(each -> counts.merge(each.command(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " ×" + each.getValue())
        .collect(inOneLine());
  }

  private static Collector<CharSequence, ?, String> inOneLine() {
    return Collectors.joining(", ");
  }

  private void line(String word, String rest) {
    String indented = rest.replace("\n", "\n" + " ".repeat(14));
    text.append("      %-7s %s%n".formatted(word, indented));
  }
}
