package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a test has prepared for the next hooks of one unit. */
final class Faults {

  /** A fault that waits for a hook of this name, or for any hook if the name is empty. */
  private record Planned(String hook, Fault fault, String reason) {}

  private record PlannedKill(String hook, Kill kill) {}

  private record Interruption(String hook, String command, Runnable action) {}

  private final List<Planned> planned = new ArrayList<>();
  private final List<PlannedKill> kills = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();

  void plan(String hook, Fault fault, String reason) {
    planned.add(new Planned(hook, fault, reason));
  }

  void plan(String hook, Kill kill) {
    kills.add(new PlannedKill(hook, kill));
  }

  /** Returns the next kill that is for this hook, and uses it up. */
  Optional<Kill> takeKill(Hook hook) {
    for (int i = 0; i < kills.size(); i++) {
      if (matches(kills.get(i).hook(), hook)) {
        return Optional.of(kills.remove(i).kill());
      }
    }
    return Optional.empty();
  }

  /** Nothing that was prepared will happen. */
  void clear() {
    planned.clear();
    kills.clear();
    interruptions.clear();
  }

  /** Something happens in the world just before the named command runs, or before the commit. */
  void interrupt(String hook, String command, Runnable action) {
    interruptions.add(new Interruption(hook, command, action));
  }

  /** Returns whether the next fault of this kind is for this hook, and uses it up. */
  Optional<String> take(Fault fault, Hook hook) {
    for (int i = 0; i < planned.size(); i++) {
      Planned candidate = planned.get(i);
      if (candidate.fault() == fault && matches(candidate.hook(), hook)) {
        planned.remove(i);
        return Optional.of(candidate.reason());
      }
    }
    return Optional.empty();
  }

  /** Runs what was to happen at this point of this hook; the empty command is the commit. */
  void reach(Hook hook, String command) {
    List<Interruption> due =
        interruptions.stream()
            .filter(each -> each.command().equals(command) && matches(each.hook(), hook))
            .toList();
    interruptions.removeAll(due);
    due.forEach(each -> each.action().run());
  }

  private static boolean matches(String name, Hook hook) {
    return name.isEmpty() || name.equals(hook.name());
  }
}
