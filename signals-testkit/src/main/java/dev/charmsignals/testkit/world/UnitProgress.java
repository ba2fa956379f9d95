package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.Optional;

/** What an agent does around a hook: before it starts, and once it counts as done. */
final class UnitProgress {

  private UnitProgress() {}

  /** The agent looks around: it takes note of lost leadership and of what became pointless. */
  static void wake(Model model, Unit unit) {
    UnitAgent agent = unit.agent();
    unit.mistakenLeader(false);
    if (unit.life() != Life.ALIVE && unit.leads()) {
      Elections.resign(model, unit);
    }
    if (!unit.leads()) {
      agent.resign();
    }
    Unpacking.upgradeByForce(unit);
    agent.relations().keySet().removeIf(number -> model.relation(number).isEmpty());
    if (agent.failed().or(agent::queued).filter(hook -> pointless(model, unit, hook)).isPresent()) {
      agent.forgetHook();
      unit.agentStatus("idle", "");
    }
  }

  private static boolean pointless(Model model, Unit unit, Hook hook) {
    return hook.kind() == HookKind.LEADER_ELECTED && !unit.leads()
        || hook.isRelation() && model.relation(hook.relation()).isEmpty();
  }

  /**
   * Enters the scope of every relation that is open; remote units see this unit from now on.
   *
   * @return whether there was one to enter
   */
  static boolean enterScopes(Model model, Unit unit) {
    UnitAgent agent = unit.agent();
    if (unit.life() != Life.ALIVE
        || !agent.installed()
        || agent.failed().isPresent()
        || agent.queued().isPresent()) {
      return false;
    }
    boolean entered = false;
    for (Relation relation : model.relationsOf(unit.application().name())) {
      if (relation.open()
          && unit.declares(relation)
          && !agent.relations().containsKey(relation.number())) {
        agent.relations().put(relation.number(), new RelationMemory());
        relation.enter(unit.name(), Addresses.of(unit, model.flavour()));
        entered = true;
      }
    }
    return entered;
  }

  /** A hook is about to run. */
  static void begin(Model model, Unit unit, Hook hook) {
    boolean recorded = unit.agent().failed().or(unit.agent()::queued).isPresent();
    unit.agent().begin(hook, unit.application().watched());
    if (hook.isRelation() && !hook.remoteUnit().isEmpty()) {
      unit.agent().cache().invalidate(hook.relation(), hook.remoteUnit());
    }
    if (hook.kind() != HookKind.UPDATE_STATUS) {
      String about = hook.remoteUnit().isEmpty() ? "" : " for " + hook.remoteUnit();
      unit.agentStatus("executing", "running " + hook.name() + " hook" + about);
    }
    switch (hook.kind()) {
      case INSTALL ->
          unit.agentSetsUnlessCharmDid(
              new WorkloadStatus("maintenance", "installing charm software"), model.now());
      case STOP ->
          unit.agentSets(new WorkloadStatus("maintenance", "stopping charm software"), model.now());
      case REMOVE ->
          unit.agentSets(
              new WorkloadStatus("maintenance", "cleaning up prior to charm deletion"),
              model.now());
      case UPGRADE_CHARM -> {
        if (!recorded && unit.agent().revision() != unit.application().revision()) {
          Unpacking.upgrade(unit);
        }
      }
      default -> {}
    }
  }

  /** A hook was committed, or counts as if it had been. */
  static void advance(Model model, Unit unit, Hook hook) {
    UnitAgent agent = unit.agent();
    agent.record(hook);
    unit.agentStatus("idle", "");
    if (hook.isRelation()) {
      advanceRelation(model, unit, hook);
    } else if (hook.subject() instanceof HookSubject.Storage storage) {
      StorageHooks.record(model, hook, storage);
    } else if (hook.kind().isWorkload()) {
      unit.containers().record(hook, false, model.now());
    } else if (hook.subject() != HookSubject.NOTHING) {
      SecretHooks.record(model, unit, hook);
    }
    switch (hook.kind()) {
      case START -> unit.agentSetsUnlessCharmDid(new WorkloadStatus("unknown", ""), model.now());
      case STOP -> {
        unit.agentSets(new WorkloadStatus("maintenance", ""), model.now());
        if (unit.application().kubernetes() && unit.life() == Life.ALIVE) {
          Unpacking.upgrade(unit); // the old pod has stopped, and this is the new one
        }
      }
      case REMOVE -> {
        unit.agentSets(new WorkloadStatus("terminated", ""), model.now());
        bury(model, unit);
      }
      default -> {}
    }
    model.sweep();
  }

  private static void advanceRelation(Model model, Unit unit, Hook hook) {
    UnitAgent agent = unit.agent();
    if (hook.kind() == HookKind.RELATION_BROKEN) {
      agent.relations().remove(hook.relation());
      agent.cache().forgetRelation(hook.relation());
      model.relation(hook.relation()).ifPresent(relation -> relation.leave(unit.name()));
      return;
    }
    Optional.ofNullable(agent.relations().get(hook.relation()))
        .ifPresent(state -> state.record(hook));
    if (hook.kind() == HookKind.RELATION_DEPARTED) {
      agent.cache().invalidate(hook.relation(), hook.remoteUnit());
    }
  }

  /** A unit is gone for good. */
  static void bury(Model model, Unit unit) {
    unit.life(Life.DEAD);
    model.relationsOf(unit.application().name()).forEach(relation -> relation.leave(unit.name()));
    unit.application().remove(unit);
    if (!model.secrets().isEmpty()) {
      model.secrets().forget(unit.name());
    }
    model.storage().forget(unit);
    Elections.resign(model, unit);
  }
}
