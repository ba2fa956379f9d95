package dev.charmsignals.event;

import dev.charmsignals.hook.Hook;

/** What one hook or action tells the charm. */
public sealed interface HookEvent
    permits LifecycleEvent, RelationEvent, ActionEvent, StorageEvent, SecretEvent, WorkloadEvent {

  /** Returns the hook that brought it. */
  Hook hook();

  /** Returns what binds it to the hook that runs and to the observer that is told. */
  Delivery delivery();
}
