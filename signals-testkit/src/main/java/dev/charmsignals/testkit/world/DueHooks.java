package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the hooks that may come next for one unit (contract sections 5.1, 5.2 and 5.5).
 *
 * <p>Where Juju promises no order there is more than one. Nothing is changed by asking.
 */
final class DueHooks {

  private final Model model;
  private final Unit unit;
  private final UnitAgent agent;

  private DueHooks(Model model, Unit unit) {
    this.model = model;
    this.unit = unit;
    agent = unit.agent();
  }

  static List<Hook> of(Model model, Unit unit) {
    return new DueHooks(model, unit).find();
  }

  private List<Hook> find() {
    if (agent.removed()) {
      return List.of();
    }
    Optional<Hook> waiting = agent.failed().or(agent::queued);
    if (waiting.isPresent()) {
      return List.of(waiting.get());
    }
    return unit.life() == Life.ALIVE ? alive() : dying();
  }

  private List<Hook> alive() {
    if (!agent.installed()) {
      List<Hook> storage = StorageHooks.due(model, unit);
      return storage.isEmpty() ? List.of(Hook.of(HookKind.INSTALL)) : storage;
    }
    if (agent.rebooted()) {
      return List.of(Hook.of(HookKind.START));
    }
    List<Hook> created = created();
    if (!created.isEmpty()) {
      return created;
    }
    if (unit.leads() && !agent.leads()) {
      return List.of(Hook.of(HookKind.LEADER_ELECTED));
    }
    List<Hook> workload = unit.containers().due(model.now());
    if (workload.isEmpty()) {
      return others();
    }
    // When the agent finds a container ready, or hears from it, is open.
    List<Hook> any = new ArrayList<>(workload);
    any.addAll(others());
    return any;
  }

  private List<Hook> others() {
    List<Hook> secrets = SecretHooks.due(model, unit);
    if (!secrets.isEmpty()) {
      return secrets;
    }
    List<Hook> storage = StorageHooks.due(model, unit);
    if (!storage.isEmpty()) {
      return storage;
    }
    if (!agent.upgraded() || agent.revision() != unit.application().revision()) {
      boolean oldPod = unit.application().kubernetes() && agent.started();
      return List.of(Hook.of(oldPod ? HookKind.STOP : HookKind.UPGRADE_CHARM));
    }
    if (!agent.sawConfig(unit.application().watched())) {
      return List.of(Hook.of(HookKind.CONFIG_CHANGED));
    }
    List<Hook> relations = relations();
    if (relations.isEmpty() && agent.updateStatusFired()) {
      return List.of(Hook.of(HookKind.UPDATE_STATUS));
    }
    return relations;
  }

  private List<Hook> dying() {
    List<Hook> storage = StorageHooks.due(model, unit);
    if (!storage.isEmpty()) {
      return storage;
    }
    List<Hook> relations = relations();
    if (!relations.isEmpty()) {
      return relations;
    }
    return List.of(Hook.of(agent.started() ? HookKind.STOP : HookKind.REMOVE));
  }

  private List<Hook> created() {
    List<Hook> created = new ArrayList<>();
    for (Relation relation : model.relationsOf(unit.application().name())) {
      RelationMemory state = agent.relations().get(relation.number());
      if (relation.open() && unit.declares(relation) && (state == null || !state.announced())) {
        created.add(RelationResolver.created(relation, unit));
      }
    }
    return created;
  }

  private List<Hook> relations() {
    List<Hook> others = relations(false);
    return others.isEmpty() ? relations(true) : others;
  }

  private List<Hook> relations(boolean peers) {
    List<Hook> due = new ArrayList<>();
    for (var entered : agent.relations().entrySet()) {
      model
          .relation(entered.getKey())
          .filter(relation -> relation.peers() == peers)
          .flatMap(
              relation ->
                  RelationResolver.next(relation, unit, entered.getValue(), model.flavour()))
          .ifPresent(due::add);
    }
    return due;
  }
}
