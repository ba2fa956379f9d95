package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.PortRange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  static SecretFacts of(Secret secret) {
    SortedMap<Integer, Map<String, String>> revisions = new TreeMap<>();
    secret.revisions().forEach((number, each) -> revisions.put(number, decoded(each.content)));
    SortedMap<String, Integer> tracked = new TreeMap<>();
    secret.trackers().forEach((name, tracker) -> tracked.put(name, tracker.revision));
    return new SecretFacts(
        secret.uri(),
        secret.owner(),
        secret.label(),
        secret.description(),
        secret.rotation(),
        secret.rotates(),
        secret.expiry(),
        revisions,
        tracked,
        secret.grants().keySet());
  }

  private static SortedMap<String, String> decoded(Map<String, String> content) {
    SortedMap<String, String> decoded = new TreeMap<>();
    content.forEach(
        (key, value) ->
            decoded.put(
                key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    return decoded;
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
