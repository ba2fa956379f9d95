package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a hook: what it was, what it did and what became of it.
 *
 * @param number its place among all hooks of this world, from 1
 * @param unit whose hook it was
 * @param hook which one
 * @param attempt 1, or more when it is retried
 * @param outcome what became of it
 * @param exitStatus the program's exit status; 128 and the signal's number if one ended it
 * @param refusal why the hook or its commit was refused, if it was
 * @param environment what the program was given
 * @param commands the hook commands it ran, in order
 * @param reads the databags it read, in order, each once
 * @param changes what its commit changed; empty if it was not committed
 * @param logs what it logged
 * @param statuses the statuses it set, in order
 * @param status the unit's status afterwards
 */
public record HookRecord(
    int number,
    String unit,
    Hook hook,
    int attempt,
    HookOutcome outcome,
    int exitStatus,
    Optional<String> refusal,
    Map<String, String> environment,
    List<CommandRecord> commands,
    List<ReadRecord> reads,
    List<Change> changes,
    List<LogRecord> logs,
    List<StatusSet> statuses,
    WorkloadStatus status) {

  /** Copies what it is given. */
  public HookRecord {
    environment = Map.copyOf(environment);
    commands = List.copyOf(commands);
    reads = List.copyOf(reads);
    changes = List.copyOf(changes);
    logs = List.copyOf(logs);
    statuses = List.copyOf(statuses);
  }

  /** Returns whether it was run because an earlier run failed. */
  public boolean retried() {
    return attempt > 1;
  }

  /** Returns {@code panel/0 channel-relation-changed installer/0}, with the outcome if not well. */
  @Override
  public String toString() {
    String end = outcome == HookOutcome.COMMITTED ? "" : " [" + outcome + "]";
    return unit + " " + hook + end;
  }
}
