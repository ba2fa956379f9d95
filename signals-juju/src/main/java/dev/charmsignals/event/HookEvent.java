package dev.charmsignals.event;

import dev.charmsignals.hook.Hook;

/** What one hook tells the charm. */
public sealed interface HookEvent permits LifecycleEvent, RelationEvent {

  /** Returns the hook that brought it. */
  Hook hook();
}
