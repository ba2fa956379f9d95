package dev.charmsignals.event;

import dev.charmsignals.hook.LifecycleHook;

/** Something in the unit's own life (contract §5.2). */
public sealed interface LifecycleEvent extends HookEvent {

  @Override
  LifecycleHook hook();

  /** The unit is new; no relation can be used yet. */
  record Install() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.INSTALL;
    }
  }

  /** The unit starts for the first time, or again after its machine or pod did. */
  record Start() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.START;
    }
  }

  /** Config, trust or addresses changed, or the charm was upgraded. */
  record ConfigChanged() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.CONFIG_CHANGED;
    }
  }

  /** The charm's code is new. */
  record UpgradeCharm() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.UPGRADE_CHARM;
    }
  }

  /** The unit is about to be removed, or its pod replaced. */
  record Stop() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.STOP;
    }
  }

  /** The last hook of a unit that is removed. */
  record Remove() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.REMOVE;
    }
  }

  /** This unit became the leader; nobody is told of losing it. */
  record LeaderElected() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.LEADER_ELECTED;
    }
  }

  /** Juju's regular call, by default every five minutes. */
  record UpdateStatus() implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.UPDATE_STATUS;
    }
  }
}
