package dev.charmsignals.examples.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was done to hooks so far, and what came of it. */
final class KillReport {

  private static final String KILLED = " killed ";

  private final Map<String, Integer> effects = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private int rounds;
  private int hooks;
  private int signals;

  void countRound() {
    rounds++;
  }

  void countHook() {
    hooks++;
  }

  void countSignals(int heard) {
    signals += heard;
  }

  void count(String effect) {
    effects.merge(effect, 1, Integer::sum);
  }

  void violation(String what) {
    violations.add(what);
  }

  int rounds() {
    return rounds;
  }

  /** Returns how many processes were killed before they ended. */
  int kills() {
    return total(KILLED);
  }

  int agentDeaths() {
    return total("agents that died");
  }

  /** Returns how many signals were heard, each counted for every unit that heard it. */
  int signals() {
    return signals;
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  private int total(String part) {
    return effects.entrySet().stream()
        .filter(effect -> effect.getKey().contains(part))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  String progress() {
    return "%5d rounds, %d hooks, %d kills, %d agents died, %d signals heard, %d violations"
        .formatted(rounds, hooks, kills(), agentDeaths(), signals, violations.size());
  }

  String summary() {
    StringBuilder text = new StringBuilder(progress().strip()).append("\n\n");
    effects.forEach((effect, count) -> text.append("%6d  %s%n".formatted(count, effect)));
    text.append('\n');
    violations.forEach(violation -> text.append("VIOLATION: ").append(violation).append('\n'));
    text.append(
        violations.isEmpty()
            ? "Nothing was lost, nothing came twice, all in order.\n"
            : "%d violations%n".formatted(violations.size()));
    return text.toString();
  }
}
