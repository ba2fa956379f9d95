package dev.charmsignals.testkit.state;

import java.util.Map;

/**
 * The one thing that happens to a unit in a transition.
 *
 * <p>Relations are named by their endpoint, or as {@code endpoint:id} where that has several;
 * secrets by their label or URI; storage by its id.
 *
 * @param hook the hook's name without what it is about, such as {@code relation-changed}
 * @param about the relation, secret, storage, container or action
 * @param unit the remote unit of a relation; possibly empty
 * @param detail the departing unit, the revision, the notice's key or the check; possibly empty
 * @param parameters what an action is given
 */
public record Event(
    String hook, String about, String unit, String detail, Map<String, Object> parameters) {

  /** Copies the parameters. */
  public Event {
    parameters = Map.copyOf(parameters);
  }

  private static Event of(String hook, String about, String unit, String detail) {
    return new Event(hook, about, unit, detail, Map.of());
  }

  private static Event of(String hook) {
    return of(hook, "", "", "");
  }

  /** The unit's first hook; it is in no relation yet. */
  public static Event install() {
    return of("install");
  }

  /** The workload is to start. */
  public static Event start() {
    return of("start");
  }

  /** Config, trust or addresses have changed. */
  public static Event configChanged() {
    return of("config-changed");
  }

  /** The charm was refreshed. */
  public static Event upgradeCharm() {
    return of("upgrade-charm");
  }

  /** The unit has become leader. */
  public static Event leaderElected() {
    return of("leader-elected");
  }

  /** The timer has fired. */
  public static Event updateStatus() {
    return of("update-status");
  }

  /** The unit goes, or its pod. */
  public static Event stop() {
    return of("stop");
  }

  /** The unit's last hook. */
  public static Event remove() {
    return of("remove");
  }

  /** The unit has entered a relation; nobody has joined it yet. */
  public static Event relationCreated(String relation) {
    return of("relation-created", relation, "", "");
  }

  /** A remote unit is seen for the first time. */
  public static Event relationJoined(String relation, String unit) {
    return of("relation-joined", relation, unit, "");
  }

  /** The remote application's bag has changed. */
  public static Event relationChanged(String relation) {
    return of("relation-changed", relation, "", "");
  }

  /** A remote unit's bag has changed. */
  public static Event relationChanged(String relation, String unit) {
    return of("relation-changed", relation, unit, "");
  }

  /** A remote unit has left. */
  public static Event relationDeparted(String relation, String unit) {
    return of("relation-departed", relation, unit, unit);
  }

  /** A remote unit has left, or is seen no more because another one, such as this, leaves. */
  public static Event relationDeparted(String relation, String unit, String departing) {
    return of("relation-departed", relation, unit, departing);
  }

  /** The unit leaves a relation for good. */
  public static Event relationBroken(String relation) {
    return of("relation-broken", relation, "", "");
  }

  /** A secret that the unit has read has a newer revision. */
  public static Event secretChanged(String secret) {
    return of("secret-changed", secret, "", "");
  }

  /** A secret of the unit's own is to get new content. */
  public static Event secretRotate(String secret) {
    return of("secret-rotate", secret, "", "");
  }

  /** The newest revision of a secret of the unit's own has expired. */
  public static Event secretExpired(String secret) {
    return of("secret-expired", secret, "", "");
  }

  /** Nobody reads a revision of a secret of the unit's own any more. */
  public static Event secretRemove(String secret, int revision) {
    return of("secret-remove", secret, "", Integer.toString(revision));
  }

  /** The unit has got a storage, which is in its state already. */
  public static Event storageAttached(String storage) {
    return of("storage-attached", storage, "", "");
  }

  /** The unit is to let go of a storage. */
  public static Event storageDetaching(String storage) {
    return of("storage-detaching", storage, "", "");
  }

  /** A container can be reached for the first time since it started. */
  public static Event pebbleReady(String container) {
    return of("pebble-ready", container, "", "");
  }

  /** Somebody left a notice in a container. */
  public static Event customNotice(String container, String key) {
    return of("pebble-custom-notice", container, "", key);
  }

  /** A health check in a container has failed for long enough. */
  public static Event checkFailed(String container, String check) {
    return of("pebble-check-failed", container, "", check);
  }

  /** A health check in a container has recovered. */
  public static Event checkRecovered(String container, String check) {
    return of("pebble-check-recovered", container, "", check);
  }

  /** An operator runs an action without parameters. */
  public static Event action(String name) {
    return action(name, Map.of());
  }

  /** An operator runs an action. */
  public static Event action(String name, Map<String, Object> parameters) {
    return new Event("action", name, "", "", parameters);
  }

  /** Returns it without an action's parameters, which may be secret. */
  @Override
  public String toString() {
    String what = about.isEmpty() ? hook : hook + " " + about;
    String whose = unit.isEmpty() ? what : what + " " + unit;
    return detail.isEmpty() || detail.equals(unit) ? whose : whose + " " + detail;
  }
}
