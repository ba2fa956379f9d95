package dev.charmsignals.testkit.world;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a unit's agent keeps on its own disk and in memory, as opposed to the controller. */
final class UnitAgent {

  private final SortedMap<Integer, RelationMemory> relations = new TreeMap<>();
  private final SettingsCache cache = new SettingsCache();
  private boolean touched;
  private boolean installed;
  private boolean started;
  private boolean removed;
  private boolean leads;
  private boolean updateStatusFired;
  private boolean rebooted;
  private int revision;
  private boolean upgraded = true;
  private int attempts;
  private @Nullable Map<String, Object> configSeen;
  private @Nullable Map<String, Object> configRunning;
  private @Nullable Hook queued;
  private @Nullable Hook failed;

  /** Creates the agent of a unit that starts out with this revision of its charm. */
  UnitAgent(int revision) {
    this.revision = revision;
  }

  /** Makes it the agent of a unit that has come so far already. */
  void arrive(boolean installed, boolean started, boolean leads, Map<String, Object> config) {
    touched = true;
    this.installed = installed;
    this.started = started;
    this.leads = leads;
    configSeen = Map.copyOf(config);
  }

  /** The relations whose scope the unit entered and has not left, by number. */
  SortedMap<Integer, RelationMemory> relations() {
    return relations;
  }

  SettingsCache cache() {
    return cache;
  }

  /** Returns whether any hook was ever started. */
  boolean touched() {
    return touched;
  }

  boolean installed() {
    return installed;
  }

  boolean started() {
    return started;
  }

  boolean removed() {
    return removed;
  }

  /** Returns whether the agent took note that its unit leads. */
  boolean leads() {
    return leads;
  }

  void resign() {
    leads = false;
  }

  boolean updateStatusFired() {
    return updateStatusFired;
  }

  void fireUpdateStatus() {
    updateStatusFired = true;
  }

  /** Returns whether the machine was rebooted and the charm has not been started since. */
  boolean rebooted() {
    return rebooted && started;
  }

  /** The machine reboots; a charm that has been started is told by another start. */
  void reboot() {
    restart();
    rebooted = started;
  }

  /** Returns which revision of its application's charm it has unpacked. */
  int revision() {
    return revision;
  }

  /** Another revision has been unpacked, and the charm is still to be told. */
  void unpacked(int charmRevision) {
    upgraded &= charmRevision == revision;
    revision = charmRevision;
  }

  /** Returns whether the charm has been told of the revision that was unpacked. */
  boolean upgraded() {
    return upgraded;
  }

  /** The charm knows of the revision, or is never told. */
  void countAsUpgraded() {
    upgraded = true;
  }

  boolean sawConfig(Map<String, Object> config) {
    return config.equals(configSeen);
  }

  /** Returns the hook that must come next, whatever else changed. */
  Optional<Hook> queued() {
    return Optional.ofNullable(queued);
  }

  void queue(Hook hook) {
    queued = hook;
  }

  /** Returns the hook the unit is in error with. */
  Optional<Hook> failed() {
    return Optional.ofNullable(failed);
  }

  /** Returns how often the failed hook was tried. */
  int attempts() {
    return attempts;
  }

  /** A hook starts: it will have seen this configuration. */
  void begin(Hook hook, Map<String, Object> config) {
    touched = true;
    queued = null;
    updateStatusFired = false;
    configRunning = Map.copyOf(config);
  }

  void fail(Hook hook) {
    failed = hook;
    attempts++;
  }

  /** The hook that was failed or queued is not to come again. */
  void forgetHook() {
    failed = null;
    queued = null;
    attempts = 0;
  }

  /** Records that a lifecycle hook was committed, and queues what must follow at once. */
  void record(Hook hook) {
    forgetHook();
    switch (hook.kind()) {
      case INSTALL -> installed = true;
      case LEADER_ELECTED -> leads = true;
      case START -> {
        started = true;
        rebooted = false;
      }
      case CONFIG_CHANGED -> {
        configSeen = configRunning;
        queued = started ? null : Hook.of(HookKind.START);
      }
      case UPGRADE_CHARM -> {
        countAsUpgraded();
        queued = Hook.of(HookKind.CONFIG_CHANGED);
      }
      case STOP -> started = false;
      case REMOVE -> removed = true;
      default -> {}
    }
  }

  /** The agent's process ends and starts again: what was only in memory is gone. */
  void restart() {
    cache.clear();
    relations.values().forEach(RelationMemory::forgetRemoteApplication);
  }
}
