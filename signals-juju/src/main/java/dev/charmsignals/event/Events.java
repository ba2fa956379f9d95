package dev.charmsignals.event;

import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.hook.LifecycleHook;
import dev.charmsignals.hook.SecretHook;
import dev.charmsignals.name.Declarations;

/** All the events that a charm can observe. Immutable. */
public final class Events {

  private final Declarations declared;

  /** Creates the events of a charm that declares these endpoints, actions and so on. */
  public Events(Declarations declared) {
    this.declared = declared;
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

  /** Returns the source of {@link CollectStatusEvent} for this unit, at the end of every hook. */
  public StatusSource collectUnitStatus() {
    return StatusSource.UNIT;
  }

  /**
   * Returns the source of {@link CollectStatusEvent} for the application, in the leader's hooks.
   */
  public StatusSource collectApplicationStatus() {
    return StatusSource.APPLICATION;
  }

  /**
   * Returns the events of an endpoint's relations.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the charm does not declare it
   */
  public RelationEvents relation(String endpoint) {
    declared.requireDeclared(endpoint);
    return new RelationEvents(endpoint);
  }

  /**
   * Returns the source of an action's {@link ActionEvent}.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the charm does not declare it
   */
  public EventSource<ActionEvent> action(String name) {
    declared.requireAction(name);
    return new EventSource<>(new ActionHook(name), ActionEvent.class);
  }

  /**
   * Returns the events of a storage.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the charm does not declare it
   */
  public StorageEvents storage(String name) {
    declared.requireStorage(name);
    return new StorageEvents(name);
  }

  /**
   * Returns the events of a workload container.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the charm does not declare it
   */
  public ContainerEvents container(String name) {
    declared.requireContainer(name);
    return new ContainerEvents(name);
  }

  /** Returns the source of {@link SecretEvent.Changed}. */
  public EventSource<SecretEvent.Changed> secretChanged() {
    return new EventSource<>(SecretHook.CHANGED, SecretEvent.Changed.class);
  }

  /** Returns the source of {@link SecretEvent.Rotate}. */
  public EventSource<SecretEvent.Rotate> secretRotate() {
    return new EventSource<>(SecretHook.ROTATE, SecretEvent.Rotate.class);
  }

  /** Returns the source of {@link SecretEvent.Expired}. */
  public EventSource<SecretEvent.Expired> secretExpired() {
    return new EventSource<>(SecretHook.EXPIRED, SecretEvent.Expired.class);
  }

  /** Returns the source of {@link SecretEvent.Remove}. */
  public EventSource<SecretEvent.Remove> secretRemove() {
    return new EventSource<>(SecretHook.REMOVE, SecretEvent.Remove.class);
  }
}
