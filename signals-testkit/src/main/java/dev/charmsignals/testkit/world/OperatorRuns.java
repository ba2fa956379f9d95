package dev.charmsignals.testkit.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts what an operator runs in a unit's context, if Juju would. */
public final class OperatorRuns {

  private final Model model;

  OperatorRuns(Model model) {
    this.model = model;
  }

  /** Runs a declared action to its end; bad parameters end it before it starts. */
  public ActionResult action(String unitName, String name, Map<String, ?> given) {
    Unit unit = model.requireUnit(unitName);
    ActionSpec spec = require(unit, name);
    UnitProgress.wake(model, unit);
    requireIdle(unit, name);
    model.tick();
    var action = new HookSubject.Action(name, Integer.toString(model.takeTask()));
    Map<String, Object> parameters = spec.withDefaults(PlainValues.copy(name, given));
    Optional<String> wrong = spec.refusal(parameters, model.flavour());
    if (wrong.isPresent()) {
      String message = "cannot run \"%s\" action: %s".formatted(name, wrong.get());
      return new ActionResult(name, action.id(), ActionStatus.ERROR, message, Map.of(), List.of());
    }
    ActionDraft draft = new ActionDraft(parameters);
    Hook hook = Hook.about(HookKind.ACTION, action);
    HookContext context = new HookContext(model, unit, hook, Optional.of(draft));
    return draft.end(action, OperatorRun.of(model, unit, hook, context, unit.program(), ""));
  }

  private static ActionSpec require(Unit unit, String name) {
    Map<String, ActionSpec> declared = unit.application().metadata().actions();
    return Optional.ofNullable(declared.get(name))
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "Application \"%s\" has no action \"%s\"; it has %s"
                        .formatted(unit.application().name(), name, declared.keySet())));
  }

  /** An action waits for a hook that is queued, so this one could not come now. */
  private static void requireIdle(Unit unit, String name) {
    UnitAgent agent = unit.agent();
    Optional<Hook> first =
        agent.installed() || agent.failed().isPresent()
            ? agent.queued()
            : Optional.of(Hook.of(HookKind.INSTALL));
    if (first.isPresent()) {
      throw new ImpossibleWorldException(
          "Action \"%s\" of \"%s\" has to wait for the hook \"%s\", which is queued; run that first"
              .formatted(name, unit.name(), first.get()));
    }
  }

  /**
   * Runs a program in a unit's context, with hook commands at hand.
   *
   * @param relation in the context of which relation, or -1
   * @param remoteUnit about which unit of it; if it is empty, about the only one there is
   */
  public ExecResult exec(String unit, HookProgram program, int relation, String remoteUnit) {
    return exec(model.requireUnit(unit), program, "", relation, remoteUnit);
  }

  /** Does the same with a shell script, for a unit whose hooks are processes. */
  public ExecResult exec(String unit, String script, int relation, String remoteUnit) {
    Unit place = model.requireUnit(unit);
    return exec(place, place.program(), script, relation, remoteUnit);
  }

  private ExecResult exec(
      Unit unit, HookProgram program, String script, int relation, String remoteUnit) {
    if (!script.isEmpty() && !program.startsProcesses()) {
      throw new ImpossibleWorldException(
          "The charm of \"%s\" runs in the test's own process and has no shell; deploy %s"
              .formatted(unit.name(), "CharmUnderTest.packed, or execute a function"));
    }
    UnitProgress.wake(model, unit);
    Hook hook = relation < 0 ? Hook.of(HookKind.JUJU_EXEC) : inRelation(unit, relation, remoteUnit);
    model.tick();
    HookContext context = new HookContext(model, unit, hook, Optional.empty());
    OperatorRun run = OperatorRun.of(model, unit, hook, context, program, script);
    Optional<String> wrong = run.failure().or(run::refusal);
    return new ExecResult(
        wrong.isEmpty() ? ActionStatus.COMPLETED : ActionStatus.FAILED,
        wrong.orElse(""),
        run.exitStatus(),
        run.output().stdout(),
        run.output().stderr());
  }

  private Hook inRelation(Unit unit, int number, String remoteUnit) {
    RelationMemory state = unit.agent().relations().get(number);
    Optional<Relation> relation = model.relation(number);
    if (state == null || relation.isEmpty()) {
      throw new ImpossibleWorldException("unknown relation id: " + number);
    }
    Set<String> known = state.members().keySet();
    String remote = remoteUnit;
    if (remote.isEmpty()) {
      if (known.isEmpty()) {
        throw new ImpossibleWorldException("cannot infer remote unit in empty relation " + number);
      }
      if (known.size() > 1) {
        throw new ImpossibleWorldException("ambiguous remote unit; possibilities are " + known);
      }
      remote = known.iterator().next();
    }
    String endpoint = relation.get().sideOf(unit.application().name()).endpoint().name();
    return new Hook(HookKind.JUJU_EXEC, endpoint, number, "", remote, "", 0, HookSubject.NOTHING);
  }
}
