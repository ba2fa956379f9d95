package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.SecretOwner;
import dev.charmsignals.testkit.state.SecretState;
import dev.charmsignals.testkit.state.StorageState;
import dev.charmsignals.testkit.state.WorldState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a scene back after its event. */
final class SceneReading {

  private final Model model;
  private final Unit unit;
  private final WorldState before;

  SceneReading(Model model, Unit unit, WorldState before) {
    this.model = model;
    this.unit = unit;
    this.before = before;
  }

  /** Returns the state in which only that differs which the event or the charm has changed. */
  WorldState after(Event event, boolean committed) {
    return new WorldState(
        before.unit(),
        before.leader(),
        before.kubernetes(),
        before.plannedUnits(),
        before.config(),
        before.trusted(),
        relations(event, committed),
        secrets(),
        storages(),
        before.containers(),
        before.resources(),
        before.networks(),
        new TreeSet<PortRange>(unit.ports().keySet()),
        unit.charmState(),
        unit.status(),
        status(unit.application().status()),
        unit.application().version());
  }

  private static WorkloadStatus status(WorkloadStatus status) {
    return status.status().isEmpty() ? new WorkloadStatus(SceneSetting.UNKNOWN, "") : status;
  }

  private List<RelationState> relations(Event event, boolean committed) {
    List<RelationState> after = new ArrayList<>();
    for (RelationState given : before.relations()) {
      boolean concerned = committed && SceneRelations.concerns(event, given);
      if (concerned && event.hook().equals(HookKind.RELATION_BROKEN.word())) {
        continue;
      }
      RelationState now = bags(given);
      if (concerned && event.hook().equals(HookKind.RELATION_DEPARTED.word())) {
        SortedMap<String, Map<String, String>> left = new TreeMap<>(now.remoteUnitBags());
        left.remove(event.unit());
        now = now.remoteUnits(left);
      }
      after.add(now);
    }
    return after;
  }

  private RelationState bags(RelationState given) {
    Optional<Relation> relation = model.relation(given.id());
    Map<String, String> own =
        new HashMap<>(
            relation
                .flatMap(found -> found.unitBag(unit.name()))
                .map(Databag::content)
                .orElseGet(TreeMap::new));
    Addresses.of(unit, model.flavour())
        .forEach(
            (key, value) -> {
              if (!given.localUnitBag().containsKey(key)) {
                own.remove(key, value);
              }
            });
    Map<String, String> application =
        relation
            .flatMap(found -> found.applicationBag(unit.application().name()))
            .map(Databag::content)
            .orElseGet(TreeMap::new);
    return given.localUnit(own).localApplication(application);
  }

  private List<SecretState> secrets() {
    List<SecretState> after = new ArrayList<>();
    for (Secret secret : model.secrets().all()) {
      Optional<SecretState> given =
          before.secrets().stream().filter(each -> each.id().equals(secret.id())).findFirst();
      after.add(secret(secret, given));
    }
    return after;
  }

  private SecretState secret(Secret secret, Optional<SecretState> given) {
    SortedMap<Integer, Map<String, String>> revisions = new TreeMap<>();
    Facts.of(secret).revisions().forEach(revisions::put);
    Secret.Tracker tracker = secret.trackers().get(unit.name());
    SecretOwner owner =
        given
            .map(SecretState::owner)
            .orElse(secret.ofApplication(unit) ? SecretOwner.APPLICATION : SecretOwner.UNIT);
    boolean own = owner == SecretOwner.APPLICATION || owner == SecretOwner.UNIT;
    String readersLabel = tracker == null ? "" : tracker.label;
    return new SecretState(
        secret.id(),
        owner,
        given.map(SecretState::remoteApplication).orElse(""),
        own ? secret.label() : readersLabel,
        secret.description(),
        secret.rotation(),
        secret.expiry(),
        revisions,
        tracker == null ? 0 : tracker.revision,
        given.map(SecretState::granted).orElse(false),
        own ? secret.grants() : Map.of());
  }

  private List<StorageState> storages() {
    List<StorageState> after = new ArrayList<>();
    for (StorageState given : before.storages()) {
      if (model.storage().find(given.id()).filter(each -> each.attachedTo(unit)).isPresent()) {
        after.add(given);
      }
    }
    for (Storage storage : model.storage().of(unit)) {
      if (before.storages().stream().noneMatch(each -> each.id().equals(storage.id()))) {
        int index = Integer.parseInt(storage.id().substring(storage.spec().name().length() + 1));
        after.add(new StorageState(storage.spec().name(), index));
      }
    }
    return after;
  }
}
