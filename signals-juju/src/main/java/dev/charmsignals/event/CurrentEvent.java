package dev.charmsignals.event;

import dev.charmsignals.hook.Hook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.LifecycleHook;
import dev.charmsignals.hook.RelationHook;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.Optional;

/** Makes the event of the hook that runs. */
final class CurrentEvent {

  private CurrentEvent() {}

  static HookEvent of(HookSession session) {
    Hook hook = session.environment().hook();
    if (hook instanceof LifecycleHook lifecycle) {
      return of(lifecycle);
    }
    if (hook instanceof RelationHook relation) {
      return of(relation, session);
    }
    throw new IllegalStateException("Nobody can observe " + hook.hookName());
  }

  private static LifecycleEvent of(LifecycleHook hook) {
    return switch (hook) {
      case INSTALL -> new LifecycleEvent.Install();
      case START -> new LifecycleEvent.Start();
      case CONFIG_CHANGED -> new LifecycleEvent.ConfigChanged();
      case UPGRADE_CHARM -> new LifecycleEvent.UpgradeCharm();
      case STOP -> new LifecycleEvent.Stop();
      case REMOVE -> new LifecycleEvent.Remove();
      case LEADER_ELECTED -> new LifecycleEvent.LeaderElected();
      case UPDATE_STATUS -> new LifecycleEvent.UpdateStatus();
    };
  }

  private static RelationEvent of(RelationHook hook, HookSession session) {
    HookEnvironment environment = session.environment();
    // A relation hook's environment always has one; parsing it has failed otherwise.
    Relation relation = session.relation(environment.relation().orElseThrow());
    Optional<String> application = environment.remoteApplication();
    Optional<UnitName> unit = environment.remoteUnit();
    return switch (hook.step()) {
      case CREATED -> new RelationEvent.Created(relation, application, unit);
      case JOINED -> new RelationEvent.Joined(relation, application, unit);
      case CHANGED -> new RelationEvent.Changed(relation, application, unit);
      case DEPARTED ->
          new RelationEvent.Departed(relation, application, unit, environment.departingUnit());
      case BROKEN -> new RelationEvent.Broken(relation, application, unit);
    };
  }
}
