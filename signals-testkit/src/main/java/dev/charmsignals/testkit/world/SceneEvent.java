package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.SecretState;
import dev.charmsignals.testkit.state.WorldState;
import java.util.OptionalInt;

/** Turns an event of a scene into the hook that Juju runs because of it. */
final class SceneEvent {

  private SceneEvent() {}

  static HookKind kind(Event event) {
    for (HookKind kind : HookKind.values()) {
      if (kind.word().equals(event.hook())) {
        return kind;
      }
    }
    throw new ImpossibleWorldException("There is no hook \"%s\"".formatted(event.hook()));
  }

  static Hook hook(Model model, Unit unit, WorldState state, Event event) {
    HookKind kind = kind(event);
    if (kind.isRelation()) {
      return relation(model, unit, kind, state.relation(event.about()).orElseThrow(), event);
    }
    if (kind.isStorage()) {
      return Hook.about(kind, storage(model, event));
    }
    return switch (kind) {
      case SECRET_CHANGED, SECRET_ROTATE, SECRET_EXPIRED, SECRET_REMOVE ->
          secret(kind, state.secret(event.about()).orElseThrow(), event);
      case PEBBLE_READY -> Hook.about(kind, new HookSubject.Container(event.about()));
      case PEBBLE_CUSTOM_NOTICE ->
          Hook.about(kind, new HookSubject.Notice(event.about(), "1", "custom", event.detail()));
      case PEBBLE_CHECK_FAILED, PEBBLE_CHECK_RECOVERED ->
          Hook.about(kind, new HookSubject.Check(event.about(), event.detail()));
      default -> Hook.of(kind);
    };
  }

  private static Hook relation(
      Model model, Unit unit, HookKind kind, RelationState given, Event event) {
    String remote = given.isPeers() ? unit.application().name() : given.remoteApplication();
    String about = event.unit().isEmpty() ? remote : event.unit();
    Relation relation = model.relation(given.id()).orElseThrow();
    long version =
        (about.contains("/") ? relation.unitBag(about) : relation.applicationBag(about))
            .map(bag -> bag.version(model.flavour()))
            .orElse(0L);
    return new Hook(
        kind,
        given.endpoint(),
        given.id(),
        remote,
        event.unit(),
        event.detail(),
        version,
        HookSubject.NOTHING);
  }

  private static HookSubject storage(Model model, Event event) {
    Storage storage = model.storage().find(event.about()).orElseThrow();
    return new HookSubject.Storage(storage.id(), storage.spec().kind(), storage.location());
  }

  private static Hook secret(HookKind kind, SecretState secret, Event event) {
    OptionalInt revision =
        switch (kind) {
          case SECRET_EXPIRED -> OptionalInt.of(secret.latest());
          case SECRET_REMOVE -> OptionalInt.of(Integer.parseInt(event.detail()));
          default -> OptionalInt.empty();
        };
    HookSubject subject = new HookSubject.Secret(secret.uri(), secret.label(), revision);
    return new Hook(kind, "", -1, "", "", "", secret.latest(), subject);
  }
}
