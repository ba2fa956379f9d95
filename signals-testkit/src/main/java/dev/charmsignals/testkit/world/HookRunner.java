package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.LogLevel;
import java.util.List;
import java.util.Optional;

/**
 * Runs one hook of one unit from its start to what became of it (contract sections 1.6 and 1.7).
 */
final class HookRunner {

  static final String LOGGER = "juju.worker.uniter.operation";

  private final Model model;
  private final Unit unit;
  private final Hook hook;
  private final HookContext context;
  private final RunningHook running;
  private final int attempt;
  private List<Change> changes = List.of();
  private Optional<String> refusal = Optional.empty();
  private int exitStatus;

  private HookRunner(Model model, Unit unit, Hook hook) {
    this.model = model;
    this.unit = unit;
    this.hook = hook;
    attempt = unit.agent().attempts() + 1;
    UnitProgress.begin(model, unit, hook);
    context = new HookContext(model, unit, hook, Optional.empty());
    running = new RunningHook(model, unit, hook, context);
  }

  static HookRecord run(Model model, Unit unit, Hook hook) {
    model.tick();
    HookRunner runner = new HookRunner(model, unit, hook);
    HookExit exit;
    try {
      exit = unit.program().run(runner.running);
    } catch (RuntimeException | Error e) {
      runner.refusal = Optional.of(e.toString());
      runner.record(runner.fail(HookOutcome.FAILED, "the test itself failed"));
      throw e;
    }
    return runner.record(runner.end(runner.spoil(exit)));
  }

  /** An operator decides that a failed hook is to be taken as done. */
  static HookRecord skip(Model model, Unit unit, Hook hook) {
    model.tick();
    HookRunner runner = new HookRunner(model, unit, hook);
    UnitProgress.advance(model, unit, hook);
    return runner.record(HookOutcome.SKIPPED);
  }

  private HookExit spoil(HookExit exit) {
    if (unit.faults().take(Fault.TERMINATE, hook).isPresent()) {
      return new HookExit.Signalled(15);
    }
    boolean failed = unit.faults().take(Fault.FAIL, hook).isPresent();
    return failed ? new HookExit.Exited(1) : exit;
  }

  private HookOutcome end(HookExit ended) {
    HookExit exit = context.rebootingNow() ? new HookExit.Signalled(9) : ended;
    if (exit instanceof HookExit.Missing) {
      log(LogLevel.INFO, "skipped \"" + hook.name() + "\" hook (missing)");
      UnitProgress.advance(model, unit, hook);
      return HookOutcome.MISSING;
    }
    if (exit instanceof HookExit.Orphaned) {
      return agentRestarted(HookOutcome.CRASHED_BEFORE_COMMIT);
    }
    if (exit instanceof HookExit.Signalled signalled) {
      exitStatus = 128 + signalled.signal();
      if (signalled.requeues()) {
        log(LogLevel.WARNING, "hook \"" + hook.name() + "\" was terminated");
        unit.agent().forgetHook();
        unit.agent().queue(hook);
        unit.agentStatus("idle", "");
        if (context.rebootingNow()) {
          unit.agent().reboot();
        }
        return HookOutcome.TERMINATED;
      }
      return fail(HookOutcome.FAILED, "signal: " + signalled.signal());
    }
    if (exit instanceof HookExit.NotStarted notStarted) {
      exitStatus = 1;
      refusal = Optional.of(notStarted.reason());
      return fail(HookOutcome.FAILED, notStarted.reason());
    }
    exitStatus = exit instanceof HookExit.Exited exited ? exited.status() : 1;
    return exitStatus == 0 ? commit() : fail(HookOutcome.FAILED, "exit status " + exitStatus);
  }

  private HookOutcome commit() {
    if (unit.faults().take(Fault.CRASH_BEFORE_COMMIT, hook).isPresent()) {
      return agentRestarted(HookOutcome.CRASHED_BEFORE_COMMIT);
    }
    unit.faults().reach(hook, "");
    Transaction transaction = new Transaction(model, unit, hook, context);
    refusal = transaction.commit(unit.faults().take(Fault.REFUSE_COMMIT, hook));
    if (refusal.isPresent()) {
      return fail(HookOutcome.REFUSED, "cannot apply changes: " + refusal.get());
    }
    changes = transaction.changes();
    if (unit.faults().take(Fault.CRASH_AFTER_COMMIT, hook).isPresent()) {
      return agentRestarted(HookOutcome.CRASHED_AFTER_COMMIT);
    }
    UnitProgress.advance(model, unit, hook);
    if (context.rebootWanted()) {
      unit.agent().reboot();
    }
    return HookOutcome.COMMITTED;
  }

  private HookOutcome agentRestarted(HookOutcome outcome) {
    unit.agent().restart();
    return fail(outcome, "agent restarted during the hook");
  }

  private HookOutcome fail(HookOutcome outcome, String reason) {
    log(LogLevel.ERROR, "hook \"" + hook.name() + "\" failed: " + reason);
    if (hook.kind().isWorkload()) {
      unit.agent().forgetHook();
      unit.agentStatus("idle", "");
      unit.containers().record(hook, true, model.now());
      return outcome;
    }
    unit.agent().fail(hook);
    unit.agentStatus("error", "hook failed: \"" + hook.name() + "\"");
    return outcome;
  }

  private void log(LogLevel level, String text) {
    context.logAs(LOGGER, level, text);
  }

  private HookRecord record(HookOutcome outcome) {
    HookRecord record =
        new HookRecord(
            model.journal().nextNumber(),
            unit.name(),
            hook,
            attempt,
            outcome,
            exitStatus,
            refusal,
            running.environment(),
            running.commands(),
            context.bags().reads(),
            changes,
            context.logs(),
            context.statuses(),
            unit.status());
    model.journal().add(record);
    return record;
  }
}
