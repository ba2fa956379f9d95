package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.WorldState;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sets up the relations of a scene, with somebody on their other side. */
final class SceneRelations {

  private final Model model;
  private final Unit unit;
  private final WorldState state;

  SceneRelations(Model model, Unit unit, WorldState state) {
    this.model = model;
    this.unit = unit;
    this.state = state;
  }

  void build(Event event) {
    Map<String, Application> others = others();
    for (RelationState given : state.relations()) {
      Relation relation = relate(given, others);
      boolean concerned = concerns(event, given);
      if (event.hook().equals(HookKind.INSTALL.word())) {
        continue;
      }
      enter(relation, given);
      RelationMemory memory = new RelationMemory();
      boolean created = event.hook().equals(HookKind.RELATION_CREATED.word());
      boolean broken = event.hook().equals(HookKind.RELATION_BROKEN.word());
      if (!(concerned && created)) {
        memory.record(RelationResolver.created(relation, unit));
      }
      if (!(concerned && (created || broken))) {
        RelationSnapshot remote = RelationSnapshot.of(relation, unit, model.flavour());
        memory.members().putAll(remote.units());
        memory.applications().putAll(remote.applications());
      }
      if (concerned && event.hook().equals(HookKind.RELATION_JOINED.word())) {
        memory.members().remove(event.unit());
      }
      if (concerned && broken) {
        relation.die();
      }
      unit.agent().relations().put(relation.number(), memory);
    }
  }

  static boolean concerns(Event event, RelationState relation) {
    return event.hook().startsWith("relation-")
        && (event.about().equals(relation.endpoint()) || event.about().equals(relation.name()));
  }

  /** One application for each name, with an endpoint for each relation. */
  private Map<String, Application> others() {
    Map<String, SortedMap<String, Endpoint>> endpoints = new HashMap<>();
    for (RelationState given : state.relations()) {
      if (!given.isPeers()) {
        endpoints
            .computeIfAbsent(given.remoteApplication(), name -> new TreeMap<>())
            .put(remoteEndpoint(given).name(), remoteEndpoint(given));
      }
    }
    Map<String, Application> others = new HashMap<>();
    endpoints.forEach((name, each) -> others.put(name, Extras.application(model, name, each)));
    return others;
  }

  private Endpoint own(RelationState given) {
    return unit.application().metadata().endpoint(given.endpoint()).orElseThrow();
  }

  private Endpoint remoteEndpoint(RelationState given) {
    Endpoint own = own(given);
    EndpointRole role =
        own.role() == EndpointRole.PROVIDES ? EndpointRole.REQUIRES : EndpointRole.PROVIDES;
    return new Endpoint(given.endpoint() + "-" + given.id(), role, own.interfaceName());
  }

  private Relation relate(RelationState given, Map<String, Application> others) {
    Relation.Side own = new Relation.Side(unit.application().name(), own(given));
    Relation.Side remote = own;
    if (!given.isPeers()) {
      remote = new Relation.Side(given.remoteApplication(), remoteEndpoint(given));
    }
    boolean provides = own.endpoint().role() == EndpointRole.PROVIDES;
    Relation relation =
        new Relation(given.id(), provides ? own : remote, provides ? remote : own, "", "");
    model.add(relation);
    for (var remoteUnit : given.remoteUnitBags().entrySet()) {
      Unit other = remote(remoteUnit.getKey(), given, others);
      Map<String, String> bag = new TreeMap<>(Addresses.of(other, model.flavour()));
      bag.putAll(remoteUnit.getValue());
      relation.enter(other.name(), bag);
    }
    merge(relation, unit.application().name(), given.localApplicationBag());
    if (!given.isPeers()) {
      merge(relation, given.remoteApplication(), given.remoteApplicationBag());
    }
    return relation;
  }

  private Unit remote(String name, RelationState given, Map<String, Application> others) {
    if (given.isPeers()) {
      return model.unit(name).orElseThrow();
    }
    Application application = others.get(given.remoteApplication());
    if (application == null) {
      throw new IllegalStateException("Nobody plays " + given.remoteApplication());
    }
    int number = SceneSetting.number(name);
    return application.unit(number).orElseGet(() -> Extras.unit(model, application, number));
  }

  private static void merge(Relation relation, String application, Map<String, String> bag) {
    if (!bag.isEmpty()) {
      relation.applicationBag(application).ifPresent(found -> found.merge(bag));
    }
  }

  private void enter(Relation relation, RelationState given) {
    Map<String, String> bag = new TreeMap<>(Addresses.of(unit, model.flavour()));
    bag.putAll(given.localUnitBag());
    relation.enter(unit.name(), bag);
  }
}
