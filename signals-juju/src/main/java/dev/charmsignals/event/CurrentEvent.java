package dev.charmsignals.event;

import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.hook.Hook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.LifecycleHook;
import dev.charmsignals.hook.RelationHook;
import dev.charmsignals.hook.SecretHook;
import dev.charmsignals.hook.StorageHook;
import dev.charmsignals.hook.WorkloadHook;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.Optional;

/** Makes the event of a hook. */
final class CurrentEvent {

  private CurrentEvent() {}

  /**
   * Makes the event that Juju tells of by these variables.
   *
   * @throws dev.charmsignals.hook.EnvironmentException when one is missing that the event needs
   */
  static HookEvent of(HookEnvironment environment, Delivery delivery) {
    Hook hook = environment.hook();
    if (hook instanceof LifecycleHook lifecycle) {
      return of(lifecycle, delivery);
    }
    if (hook instanceof RelationHook relation) {
      return of(relation, environment, delivery);
    }
    if (hook instanceof ActionHook action) {
      return new ActionEvent(action.action(), environment.required("JUJU_ACTION_UUID"), delivery);
    }
    // Apart, so that the classes of rare events are loaded for them alone.
    if (hook instanceof StorageHook storage) {
      return RareEvent.of(storage, environment, delivery);
    }
    if (hook instanceof SecretHook secret) {
      return RareEvent.of(secret, environment, delivery);
    }
    if (hook instanceof WorkloadHook workload) {
      return RareEvent.of(workload, environment, delivery);
    }
    throw new IllegalStateException("Nobody can observe " + hook.hookName());
  }

  private static LifecycleEvent of(LifecycleHook hook, Delivery delivery) {
    return switch (hook) {
      case INSTALL -> new LifecycleEvent.Install(delivery);
      case START -> new LifecycleEvent.Start(delivery);
      case CONFIG_CHANGED -> new LifecycleEvent.ConfigChanged(delivery);
      case UPGRADE_CHARM -> new LifecycleEvent.UpgradeCharm(delivery);
      case STOP -> new LifecycleEvent.Stop(delivery);
      case REMOVE -> new LifecycleEvent.Remove(delivery);
      case LEADER_ELECTED -> new LifecycleEvent.LeaderElected(delivery);
      case UPDATE_STATUS -> new LifecycleEvent.UpdateStatus(delivery);
    };
  }

  private static RelationEvent of(
      RelationHook hook, HookEnvironment environment, Delivery delivery) {
    // A relation hook's environment always has one; parsing it has failed otherwise.
    RelationId id = environment.relation().orElseThrow();
    Optional<String> application = environment.remoteApplication();
    // The relation of a deferred event may be gone.
    Relation relation =
        delivery.session().findRelation(id.endpoint(), id.number(), application.orElse(""));
    Optional<UnitName> unit = environment.remoteUnit();
    return switch (hook.step()) {
      case CREATED -> new RelationEvent.Created(relation, application, unit, delivery);
      case JOINED -> new RelationEvent.Joined(relation, application, unit, delivery);
      case CHANGED -> new RelationEvent.Changed(relation, application, unit, delivery);
      case DEPARTED ->
          new RelationEvent.Departed(
              relation, application, unit, environment.departingUnit(), delivery);
      case BROKEN -> new RelationEvent.Broken(relation, application, unit, delivery);
    };
  }
}
