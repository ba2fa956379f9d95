package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.WorldState;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds what is wrong with the relations of a state. */
final class RelationRules {

  private static final int BAG_QUOTA = 16 * 1024 * 1024;

  private final CharmMetadata metadata;
  private final JujuFlavour flavour;
  private final WorldState state;
  private final List<String> complaints;

  private RelationRules(
      CharmMetadata metadata, JujuFlavour flavour, WorldState state, List<String> complaints) {
    this.metadata = metadata;
    this.flavour = flavour;
    this.state = state;
    this.complaints = complaints;
  }

  static void check(
      CharmMetadata metadata, JujuFlavour flavour, WorldState state, List<String> complaints) {
    new RelationRules(metadata, flavour, state, complaints).check();
  }

  private void check() {
    Set<Integer> ids = new HashSet<>();
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> others = new HashMap<>();
    for (RelationState relation : state.relations()) {
      if (!ids.add(relation.id())) {
        complaints.add("Two relations have the number %d".formatted(relation.id()));
      }
      counts.merge(relation.endpoint(), 1, Integer::sum);
      Optional<Endpoint> endpoint = metadata.endpoint(relation.endpoint());
      if (endpoint.isEmpty()) {
        complaints.add(
            "The charm declares no endpoint \"%s\"; it declares %s"
                .formatted(relation.endpoint(), metadata.endpoints().keySet()));
      } else {
        role(relation, endpoint.get());
        String twin = others.put(relation.endpoint() + " " + relation.remoteApplication(), "");
        if (twin != null) {
          complaints.add(
              "Endpoint \"%s\" is related twice with \"%s\""
                  .formatted(relation.endpoint(), other(relation)));
        }
      }
      units(relation);
      bags(relation);
    }
    for (var count : counts.entrySet()) {
      int limit = metadata.endpoint(count.getKey()).map(Endpoint::limit).orElse(0);
      if (limit > 0 && count.getValue() > limit) {
        complaints.add(
            "Endpoint \"%s\" has %d relations, and its limit is %d"
                .formatted(count.getKey(), count.getValue(), limit));
      }
    }
  }

  private String other(RelationState relation) {
    return relation.isPeers() ? "peers" : relation.remoteApplication();
  }

  private void role(RelationState relation, Endpoint endpoint) {
    boolean peers = endpoint.role() == EndpointRole.PEERS;
    if (peers != relation.isPeers()) {
      complaints.add(
          "Endpoint \"%s\" is under \"%s\", so its relation is made by RelationState.%s"
              .formatted(
                  relation.endpoint(),
                  endpoint.role().key(),
                  peers
                      ? "peers(\"%s\")".formatted(relation.endpoint())
                      : "to(\"%s\", …)".formatted(relation.endpoint())));
    }
    if (!relation.isPeers() && relation.remoteApplication().equals(state.application())) {
      complaints.add(
          "Relation \"%s\" is with \"%s\" itself; an application cannot be integrated with itself"
              .formatted(relation.name(), state.application()));
    }
    if (endpoint.inContainer() && relation.remoteUnitBags().size() > 1) {
      complaints.add(
          "Endpoint \"%s\" has scope container, where there is one unit on the other side, not %d"
              .formatted(relation.endpoint(), relation.remoteUnitBags().size()));
    }
  }

  private void units(RelationState relation) {
    String application = relation.isPeers() ? state.application() : relation.remoteApplication();
    for (String unit : relation.remoteUnitBags().keySet()) {
      if (unit.equals(state.unit())) {
        complaints.add(
            "\"%s\" is the unit itself, which is none of the others of relation \"%s\""
                .formatted(unit, relation.name()));
      } else if (!StateRules.isUnit(unit) || !Relation.applicationOf(unit).equals(application)) {
        complaints.add(
            "\"%s\" is no unit of \"%s\", such as \"%s/1\", so it is not in relation \"%s\""
                .formatted(unit, application, application, relation.name()));
      }
    }
  }

  private void bags(RelationState relation) {
    bag(relation, state.unit(), relation.localUnitBag());
    bag(relation, state.application(), relation.localApplicationBag());
    relation.remoteUnitBags().forEach((unit, bag) -> bag(relation, unit, bag));
    bag(relation, other(relation), relation.remoteApplicationBag());
    if (relation.isPeers() && !relation.remoteApplicationBag().isEmpty()) {
      complaints.add(
          "Among peers there is one application's bag; relation \"%s\" has it as localApplication"
              .formatted(relation.name()));
    }
  }

  private void bag(RelationState relation, String owner, Map<String, String> bag) {
    long size = 0;
    for (var entry : new TreeMap<>(bag).entrySet()) {
      if (entry.getKey().isEmpty()) {
        complaints.add(
            "The bag of \"%s\" in relation \"%s\" has an empty key"
                .formatted(owner, relation.name()));
      }
      if (entry.getValue().isEmpty()) {
        complaints.add(
            "Key \"%s\" in the bag of \"%s\" in relation \"%s\" is empty; Juju keeps no empty values"
                .formatted(entry.getKey(), owner, relation.name()));
      }
      size +=
          entry.getKey().getBytes(StandardCharsets.UTF_8).length
              + (long) entry.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    if (flavour == JujuFlavour.JUJU_4 && size > BAG_QUOTA) {
      complaints.add(
          "The bag of \"%s\" in relation \"%s\" has %d bytes; Juju 4 takes %d"
              .formatted(owner, relation.name(), size, BAG_QUOTA));
    }
  }
}
