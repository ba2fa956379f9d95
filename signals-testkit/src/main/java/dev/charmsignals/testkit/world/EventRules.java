package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.SecretState;
import dev.charmsignals.testkit.state.StorageState;
import dev.charmsignals.testkit.state.WorldState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is wrong with an event in a state. */
final class EventRules {

  private final CharmMetadata metadata;
  private final WorldState state;
  private final Map<String, Set<String>> checks;
  private final Event event;
  private final List<String> complaints;

  private EventRules(
      CharmMetadata metadata,
      WorldState state,
      Map<String, Set<String>> checks,
      Event event,
      List<String> complaints) {
    this.metadata = metadata;
    this.state = state;
    this.checks = checks;
    this.event = event;
    this.complaints = complaints;
  }

  /** Checks an event, given the checks in the plan of each container. */
  static void check(
      CharmMetadata metadata,
      WorldState state,
      Map<String, Set<String>> checks,
      Event event,
      List<String> complaints) {
    new EventRules(metadata, state, checks, event, complaints).check(SceneEvent.kind(event));
  }

  private void check(HookKind kind) {
    if (kind.isRelation()) {
      relation(kind);
    } else if (kind.isStorage()) {
      if (state.storages().stream().noneMatch(each -> each.id().equals(event.about()))) {
        missing("storage", state.storages().stream().map(StorageState::id).toList());
      }
    } else if (kind.isWorkload()) {
      workload(kind);
    }
    switch (kind) {
      case INSTALL -> install();
      case LEADER_ELECTED -> {
        if (!state.leader()) {
          complaints.add("leader-elected comes to the leader; say leader(true)");
        }
      }
      case REMOVE -> {
        if (state.relations().stream().anyMatch(each -> !each.isPeers())) {
          complaints.add("A unit has left its relations before its hook remove");
        }
      }
      case SECRET_CHANGED, SECRET_EXPIRED, SECRET_REMOVE, SECRET_ROTATE -> secret(kind);
      case ACTION -> {
        if (!metadata.actions().containsKey(event.about())) {
          missing("action", List.copyOf(metadata.actions().keySet()));
        }
      }
      default -> {}
    }
  }

  private void missing(String what, List<String> there) {
    complaints.add(
        "Event \"%s\" is about %s \"%s\", which is not there; there are %s"
            .formatted(event, what, event.about(), there));
  }

  private void install() {
    for (RelationState relation : state.relations()) {
      if (!relation.localUnitBag().isEmpty()) {
        complaints.add(
            "Before install the unit has entered no relation, so its bag in \"%s\" is empty"
                .formatted(relation.name()));
      }
    }
  }

  private void relation(HookKind kind) {
    List<RelationState> named =
        state.relations().stream().filter(each -> SceneRelations.concerns(event, each)).toList();
    if (named.isEmpty()) {
      missing("relation", state.relations().stream().map(RelationState::name).toList());
      return;
    }
    if (named.size() > 1) {
      complaints.add(
          "Event \"%s\" could be about %s; name one of them"
              .formatted(event, named.stream().map(RelationState::name).toList()));
      return;
    }
    RelationState relation = named.get(0);
    boolean departed = kind == HookKind.RELATION_DEPARTED;
    if ((kind == HookKind.RELATION_JOINED || departed) && event.unit().isEmpty()) {
      complaints.add("Event \"%s\" needs a remote unit".formatted(event));
    }
    if (!event.unit().isEmpty() && !relation.remoteUnitBags().containsKey(event.unit())) {
      complaints.add(
          "Event \"%s\" is about \"%s\", which is not in relation \"%s\"; there are %s"
              .formatted(event, event.unit(), relation.name(), relation.remoteUnitBags().keySet()));
    }
    if (kind == HookKind.RELATION_BROKEN && relation.isPeers()) {
      complaints.add(
          "Relation \"%s\" is among peers, which is never broken".formatted(relation.name()));
    }
    if (kind == HookKind.RELATION_CREATED && !relation.localUnitBag().isEmpty()) {
      complaints.add(
          "Before relation-created the unit has written nothing to relation \"%s\""
              .formatted(relation.name()));
    }
  }

  private void workload(HookKind kind) {
    Optional<Boolean> reachable =
        state.containers().stream()
            .filter(each -> each.name().equals(event.about()))
            .map(each -> each.canConnect())
            .findFirst();
    if (reachable.isEmpty()) {
      missing("container", state.containers().stream().map(each -> each.name()).toList());
    } else if (!reachable.get()) {
      complaints.add(
          "Container \"%s\" cannot be reached, so nobody hears of \"%s\"; say container(\"%s\", true)"
              .formatted(event.about(), event.hook(), event.about()));
    }
    if (kind == HookKind.PEBBLE_CUSTOM_NOTICE) {
      UnitContainers.noticeComplaint(event.detail()).ifPresent(complaints::add);
    } else if (kind != HookKind.PEBBLE_READY) {
      if (event.detail().isEmpty()) {
        complaints.add("Event \"%s\" needs the name of a check".formatted(event));
      } else if (reachable.orElse(false)) {
        planned();
      }
    }
  }

  /** Pebble performs what is in the plan, and forgets the plan when its container stops. */
  private void planned() {
    Set<String> planned = checks.getOrDefault(event.about(), Set.of());
    if (!planned.contains(event.detail())) {
      complaints.add(
          "Event \"%s\" is about check \"%s\", which is not in the plan; there are %s; add a"
                  .formatted(event, event.detail(), new TreeSet<>(planned))
              + " layer with it by pebble(\"%s\").client()".formatted(event.about()));
    }
  }

  private void secret(HookKind kind) {
    Optional<SecretState> found = state.secret(event.about());
    if (found.isEmpty()) {
      missing("secret", state.secrets().stream().map(SecretState::uri).toList());
      return;
    }
    SecretState secret = found.get();
    if (kind == HookKind.SECRET_CHANGED) {
      if (secret.tracked() == 0 || secret.tracked() == secret.latest()) {
        complaints.add(
            "secret-changed comes to a unit that has read an older revision; say tracked(…) and"
                + " revision(…)");
      }
      if (!secret.own() && !secret.granted()) {
        complaints.add("secret-changed comes to a unit that may read the secret");
      }
      return;
    }
    boolean manages =
        switch (secret.owner()) {
          case APPLICATION -> state.leader();
          case UNIT -> true;
          case REMOTE, USER -> false;
        };
    if (!manages) {
      complaints.add(
          "%s comes to the owner of a secret, which for an application is its leader"
              .formatted(event.hook()));
    }
    if (kind == HookKind.SECRET_ROTATE && !Rotation.willRotate(secret.rotation())) {
      complaints.add("Secret %s is never rotated; say aging(…)".formatted(secret.uri()));
    }
    if (kind == HookKind.SECRET_EXPIRED && secret.expiry().isEmpty()) {
      complaints.add("Secret %s never expires; say aging(…)".formatted(secret.uri()));
    }
    if (kind == HookKind.SECRET_REMOVE) {
      int revision = Integer.parseInt(event.detail());
      if (!secret.revisions().containsKey(revision) || revision == secret.latest()) {
        complaints.add(
            "secret-remove is about a revision that another one has replaced; %d is none of %s"
                .formatted(revision, secret.revisions().headMap(secret.latest()).keySet()));
      }
    }
  }
}
