package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.List;
import java.util.Optional;

/**
 * One run of what an operator asked for, an action or a command: as a hook runs, but whatever
 * becomes of it, the unit goes on as before (contract sections 1.6 and 1.9).
 */
final class OperatorRun {

  private final Model model;
  private final Unit unit;
  private final Hook hook;
  private final HookContext context;
  private final RunOutput output = new RunOutput();
  private final RunningHook running;
  private List<Change> changes = List.of();
  private Optional<String> failure = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private int exitStatus;
  private boolean ran;

  private OperatorRun(Model model, Unit unit, Hook hook, HookContext context, String script) {
    this.model = model;
    this.unit = unit;
    this.hook = hook;
    this.context = context;
    running = new RunningHook(model, unit, hook, context, output, script);
  }

  /**
   * Runs a program to its end and commits what it wrote if it ended well.
   *
   * @param script the text of a shell script for the program, or the empty string
   */
  static OperatorRun of(
      Model model, Unit unit, Hook hook, HookContext context, HookProgram program, String script) {
    OperatorRun run = new OperatorRun(model, unit, hook, context, script);
    WorkloadStatus before = unit.agentStatus();
    String what = hook.kind() == HookKind.ACTION ? "action " + hook.name() : "commands";
    unit.agentStatus("executing", "running " + what);
    HookOutcome outcome = HookOutcome.FAILED;
    try {
      outcome = run.end(program.run(run.running));
    } finally {
      unit.agentStatus(before.status(), before.message());
      run.record(outcome);
    }
    return run;
  }

  /** Returns what it printed. */
  RunOutput output() {
    return output;
  }

  /** Returns whether there was a program to run, and it was started. */
  boolean ran() {
    return ran;
  }

  int exitStatus() {
    return exitStatus;
  }

  /** Returns why the program failed, if it did. */
  Optional<String> failure() {
    return failure;
  }

  /** Returns why the commit was refused, if it was. */
  Optional<String> refusal() {
    return refusal;
  }

  private HookOutcome end(HookExit exit) {
    if (exit instanceof HookExit.Missing) {
      failure = Optional.of("action not implemented on unit \"%s\"".formatted(unit.name()));
      return HookOutcome.MISSING;
    }
    if (exit instanceof HookExit.NotStarted notStarted) {
      exitStatus = 1;
      failure = Optional.of(notStarted.reason());
      return HookOutcome.FAILED;
    }
    ran = true;
    if (exit instanceof HookExit.Orphaned) {
      return crash(HookOutcome.CRASHED_BEFORE_COMMIT);
    }
    if (exit instanceof HookExit.Signalled signalled) {
      exitStatus = 128 + signalled.signal();
      failure = Optional.of("signal: " + word(signalled.signal()));
      return HookOutcome.FAILED;
    }
    exitStatus = exit instanceof HookExit.Exited exited ? exited.status() : 1;
    if (unit.faults().take(Fault.FAIL, hook).isPresent()) {
      exitStatus = 1;
    }
    if (exitStatus != 0) {
      failure = Optional.of("exit status " + exitStatus);
      return HookOutcome.FAILED;
    }
    return commit();
  }

  private static String word(int signal) {
    return switch (signal) {
      case 9 -> "killed";
      case 15 -> "terminated";
      default -> Integer.toString(signal);
    };
  }

  private HookOutcome commit() {
    if (unit.faults().take(Fault.CRASH_BEFORE_COMMIT, hook).isPresent()) {
      return crash(HookOutcome.CRASHED_BEFORE_COMMIT);
    }
    unit.faults().reach(hook, "");
    Transaction transaction = new Transaction(model, unit, hook, context);
    refusal = transaction.commit(unit.faults().take(Fault.REFUSE_COMMIT, hook));
    if (refusal.isPresent()) {
      context.logAs(HookRunner.LOGGER, LogLevel.ERROR, "cannot apply changes: " + refusal.get());
      return HookOutcome.REFUSED;
    }
    changes = transaction.changes();
    return unit.faults().take(Fault.CRASH_AFTER_COMMIT, hook).isPresent()
        ? crash(HookOutcome.CRASHED_AFTER_COMMIT)
        : HookOutcome.COMMITTED;
  }

  /** An agent that comes back finds a run that it cannot go on with. */
  private HookOutcome crash(HookOutcome outcome) {
    unit.agent().restart();
    failure = Optional.of("action terminated");
    return outcome;
  }

  private void record(HookOutcome outcome) {
    model
        .journal()
        .add(
            new HookRecord(
                model.journal().nextNumber(),
                unit.name(),
                hook,
                1,
                outcome,
                exitStatus,
                failure.or(() -> refusal),
                running.environment(),
                running.commands(),
                context.bags().reads(),
                changes,
                context.logs(),
                context.statuses(),
                unit.status()));
  }
}
