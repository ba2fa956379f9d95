package dev.charmsignals.event;

import dev.charmsignals.hook.LifecycleHook;
import dev.charmsignals.name.Endpoints;

/** All the events that a charm can observe. Immutable. */
public final class Events {

  private final Endpoints endpoints;

  /** Creates the events of a charm with these endpoints. */
  public Events(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** Returns the source of {@link LifecycleEvent.Install}. */
  public EventSource<LifecycleEvent.Install> install() {
    return new EventSource<>(LifecycleHook.INSTALL, LifecycleEvent.Install.class);
  }

  /** Returns the source of {@link LifecycleEvent.Start}. */
  public EventSource<LifecycleEvent.Start> start() {
    return new EventSource<>(LifecycleHook.START, LifecycleEvent.Start.class);
  }

  /** Returns the source of {@link LifecycleEvent.ConfigChanged}. */
  public EventSource<LifecycleEvent.ConfigChanged> configChanged() {
    return new EventSource<>(LifecycleHook.CONFIG_CHANGED, LifecycleEvent.ConfigChanged.class);
  }

  /** Returns the source of {@link LifecycleEvent.UpgradeCharm}. */
  public EventSource<LifecycleEvent.UpgradeCharm> upgradeCharm() {
    return new EventSource<>(LifecycleHook.UPGRADE_CHARM, LifecycleEvent.UpgradeCharm.class);
  }

  /** Returns the source of {@link LifecycleEvent.Stop}. */
  public EventSource<LifecycleEvent.Stop> stop() {
    return new EventSource<>(LifecycleHook.STOP, LifecycleEvent.Stop.class);
  }

  /** Returns the source of {@link LifecycleEvent.Remove}. */
  public EventSource<LifecycleEvent.Remove> remove() {
    return new EventSource<>(LifecycleHook.REMOVE, LifecycleEvent.Remove.class);
  }

  /** Returns the source of {@link LifecycleEvent.LeaderElected}. */
  public EventSource<LifecycleEvent.LeaderElected> leaderElected() {
    return new EventSource<>(LifecycleHook.LEADER_ELECTED, LifecycleEvent.LeaderElected.class);
  }

  /** Returns the source of {@link LifecycleEvent.UpdateStatus}. */
  public EventSource<LifecycleEvent.UpdateStatus> updateStatus() {
    return new EventSource<>(LifecycleHook.UPDATE_STATUS, LifecycleEvent.UpdateStatus.class);
  }

  /**
   * Returns the events of an endpoint's relations.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the charm does not declare it
   */
  public RelationEvents relation(String endpoint) {
    endpoints.requireDeclared(endpoint);
    return new RelationEvents(endpoint);
  }
}
