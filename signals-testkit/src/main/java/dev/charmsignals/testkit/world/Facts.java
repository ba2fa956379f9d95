package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.PortRange;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns what the controller holds into values that a test can look at and compare. */
final class Facts {

  private Facts() {}

  static UnitFacts of(Unit unit) {
    return new UnitFacts(
        unit.name(),
        unit.application().name(),
        unit.life().name().toLowerCase(Locale.ROOT),
        unit.leads(),
        unit.status(),
        unit.agentStatus(),
        unit.address(),
        unit.charmState(),
        unit.ports().keySet().stream().map(PortRange::toString).collect(Collectors.toSet()));
  }

  static ApplicationFacts of(Application application) {
    return new ApplicationFacts(
        application.name(),
        application.metadata().name(),
        application.status(),
        application.version(),
        application.leader(),
        application.units().stream().map(Unit::name).toList(),
        application.config());
  }

  static RelationFacts of(Relation relation) {
    String life = relation.suspended() ? "suspended" : "joined";
    return new RelationFacts(
        relation.number(),
        relation.left().toString(),
        relation.right().toString(),
        relation.left().endpoint().interfaceName(),
        relation.peers(),
        relation.life() == Life.ALIVE ? life : "dying",
        relation.scope());
  }
}
