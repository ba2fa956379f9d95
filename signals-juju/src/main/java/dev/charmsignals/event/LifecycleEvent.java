package dev.charmsignals.event;

import dev.charmsignals.hook.LifecycleHook;

/** Something in the unit's own life (contract §5.2). */
public sealed interface LifecycleEvent extends HookEvent {

  @Override
  LifecycleHook hook();

  /**
   * The unit is new; no relation can be used yet.
   *
   * @param delivery what binds it to the hook that runs
   */
  record Install(Delivery delivery) implements LifecycleEvent, DeferrableEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.INSTALL;
    }
  }

  /**
   * The unit starts for the first time, or again after its machine or pod did.
   *
   * @param delivery what binds it to the hook that runs
   */
  record Start(Delivery delivery) implements LifecycleEvent, DeferrableEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.START;
    }
  }

  /**
   * Config, trust or addresses changed, or the charm was upgraded.
   *
   * @param delivery what binds it to the hook that runs
   */
  record ConfigChanged(Delivery delivery) implements LifecycleEvent, DeferrableEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.CONFIG_CHANGED;
    }
  }

  /**
   * The charm's code is new.
   *
   * @param delivery what binds it to the hook that runs
   */
  record UpgradeCharm(Delivery delivery) implements LifecycleEvent, DeferrableEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.UPGRADE_CHARM;
    }
  }

  /**
   * The unit is about to be removed, or its pod replaced.
   *
   * @param delivery what binds it to the hook that runs
   */
  record Stop(Delivery delivery) implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.STOP;
    }
  }

  /**
   * The last hook of a unit that is removed.
   *
   * @param delivery what binds it to the hook that runs
   */
  record Remove(Delivery delivery) implements LifecycleEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.REMOVE;
    }
  }

  /**
   * This unit became the leader; nobody is told of losing it.
   *
   * @param delivery what binds it to the hook that runs
   */
  record LeaderElected(Delivery delivery) implements LifecycleEvent, DeferrableEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.LEADER_ELECTED;
    }
  }

  /**
   * Juju's regular call, by default every five minutes.
   *
   * @param delivery what binds it to the hook that runs
   */
  record UpdateStatus(Delivery delivery) implements LifecycleEvent, DeferrableEvent {

    @Override
    public LifecycleHook hook() {
      return LifecycleHook.UPDATE_STATUS;
    }
  }
}
