package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.GoalState;
import dev.charmsignals.testkit.command.GoalState.Goal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works out what the model is heading for, as one unit is told. */
final class Goals {

  private Goals() {}

  static GoalState of(Model model, Unit unit) {
    SortedMap<String, Goal> units = new TreeMap<>();
    for (Unit sibling : unit.application().units()) {
      String status = sibling.life() == Life.ALIVE ? sibling.status().status() : "dying";
      units.put(sibling.name(), new Goal(status, sibling.since()));
    }
    String own = unit.application().name();
    SortedMap<String, SortedMap<String, Goal>> relations = new TreeMap<>();
    for (Relation relation : model.relationsOf(own)) {
      boolean hidden = relation.crossModel() && relation.left().application().equals(own);
      if (!relation.peers() && !hidden) {
        SortedMap<String, Goal> goals =
            relations.computeIfAbsent(
                relation.sideOf(own).endpoint().name(), endpoint -> new TreeMap<>());
        addSide(goals, model, unit, relation);
      }
    }
    return new GoalState(units, relations);
  }

  private static void addSide(
      SortedMap<String, Goal> goals, Model model, Unit unit, Relation relation) {
    String remote = relation.counterpart(unit.application().name());
    goals.put(remote, new Goal(relation.open() ? "joined" : "suspended", unit.since()));
    for (Unit other : model.units()) {
      if (other.application().name().equals(remote)) {
        String status = relation.inScope(other.name()) ? "joined" : "joining";
        goals.put(other.name(), new Goal(status, other.since()));
      }
    }
  }
}
