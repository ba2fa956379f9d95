package dev.charmsignals.testkit;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.state.WorldState;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import dev.charmsignals.testkit.world.StatusSet;
import java.util.List;
import java.util.Optional;

/**
 * What one event made of a world.
 *
 * @param state the world afterwards; if the hook failed, with nothing that it wrote but what takes
 *     effect at once, such as a status
 * @param run the hook or action as it ran, with its commands, reads and changes; empty for an
 *     action that never started
 * @param action what the operator was told, if the event was an action
 */
public record Outcome(WorldState state, Optional<HookRecord> run, Optional<ActionResult> action) {

  /** Returns whether the hook or the action failed, or its commit was refused. */
  public boolean failed() {
    return action.isPresent()
        ? !action.get().completed()
        : run.filter(record -> record.outcome().committed()).isEmpty();
  }

  /** Returns what it logged. */
  public List<LogRecord> logs() {
    return run.map(HookRecord::logs).orElse(List.of());
  }

  /** Returns the statuses of the unit that it set, in order. */
  public List<WorkloadStatus> unitStatuses() {
    return statuses(false);
  }

  /** Returns the statuses of the application that it set, in order. */
  public List<WorkloadStatus> applicationStatuses() {
    return statuses(true);
  }

  private List<WorkloadStatus> statuses(boolean ofApplication) {
    return run.stream()
        .flatMap(record -> record.statuses().stream())
        .filter(set -> set.ofApplication() == ofApplication)
        .map(StatusSet::status)
        .toList();
  }
}
