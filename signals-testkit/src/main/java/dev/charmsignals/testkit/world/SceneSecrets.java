package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.SecretOwner;
import dev.charmsignals.testkit.state.SecretState;
import dev.charmsignals.testkit.state.WorldState;

/** Sets up the secrets of a scene. */
final class SceneSecrets {

  private final Model model;
  private final Unit unit;
  private final WorldState state;

  SceneSecrets(Model model, Unit unit, WorldState state) {
    this.model = model;
    this.unit = unit;
    this.state = state;
  }

  void build(Event event) {
    for (SecretState given : state.secrets()) {
      Secret secret = new Secret(given.id(), owner(given));
      given
          .revisions()
          .forEach((number, content) -> secret.restore(number, UserSecrets.encoded(content)));
      given.expiry().ifPresent(secret::expiry);
      if (!given.rotation().isEmpty()) {
        secret.rotation(given.rotation(), model.now());
      }
      secret.description(given.description());
      if (given.own()) {
        secret.label(given.label());
      }
      if (given.tracked() > 0) {
        secret.trackers().put(unit.name(), tracker(given, event));
      }
      if (given.granted() && !given.own()) {
        secret.grants().put(unit.application().name(), relation(given));
      }
      secret.grants().putAll(given.grants());
      model.secrets().add(secret);
    }
  }

  private String owner(SecretState given) {
    return switch (given.owner()) {
      case APPLICATION -> unit.application().name();
      case UNIT -> unit.name();
      case REMOTE -> given.remoteApplication();
      case USER -> "";
    };
  }

  private Secret.Tracker tracker(SecretState given, Event event) {
    Secret.Tracker tracker = new Secret.Tracker();
    boolean news = event.hook().equals(HookKind.SECRET_CHANGED.word());
    tracker.revision = given.tracked();
    tracker.told = news ? given.tracked() : given.latest();
    tracker.label = given.own() ? "" : given.label();
    return tracker;
  }

  /** The grant lasts as long as a relation to its owner. */
  private int relation(SecretState given) {
    return given.owner() == SecretOwner.USER
        ? -1
        : state.relations().stream()
            .filter(each -> each.remoteApplication().equals(given.remoteApplication()))
            .mapToInt(RelationState::id)
            .findFirst()
            .orElse(-1);
  }
}
