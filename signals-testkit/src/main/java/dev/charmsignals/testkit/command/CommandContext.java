package dev.charmsignals.testkit.command;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What hook commands may ask of the running hook's context, and what they may change in it.
 *
 * <p>Implemented by the world, one per hook that runs; asked by {@link HookCommands}, one command
 * at a time and never by two threads at once. Caches, permissions, pending writes and when a write
 * takes effect are the implementation's business (contract sections 2.19, 2.20 and 4); parsing,
 * formats and exit codes are not. Any method may throw {@link CommandFailure} with Juju's text.
 *
 * <p>Methods that take a relation's number are asked only after {@link #knowsRelation} said yes.
 */
public interface CommandContext {

  /** Returns whether Juju is older than 4, which says some things in other words. */
  boolean isBeforeJuju4();

  // Who runs, and because of what.

  /** Returns the unit whose hook runs, such as {@code ping/0}. */
  String unitName();

  /** Returns the application of that unit. */
  default String applicationName() {
    return unitName().substring(0, unitName().indexOf('/'));
  }

  /** Returns the relation of a running relation hook, else empty. */
  OptionalInt hookRelation();

  /** Returns the unit the relation hook is about; empty in created, broken and app-level hooks. */
  Optional<String> remoteUnit();

  /** Returns the application the relation hook is about; empty outside relation hooks. */
  Optional<String> remoteApplication();

  // Relations, as the snapshot taken when the hook started shows them.

  /** Returns whether this context knows the relation: the unit is in its scope. */
  boolean knowsRelation(int relation);

  /** Returns the name of this unit's endpoint of a relation. */
  String endpointOf(int relation);

  /** Returns the endpoint's relations that are neither dead nor broken; empty if it is unknown. */
  Set<Integer> relationIds(String endpoint);

  /** Returns the remote units whose {@code -joined} has run or runs, in any order. */
  Set<String> relationMembers(int relation);

  /** Returns the application on the other side, which is the own one in a peer relation. */
  String relationApplication(int relation);

  /** Returns the UUID of the model the other side lives in. */
  String modelUuidOf(int relation);

  // Databags.

  /** Returns a unit's databag as this hook sees it; the unit's name is well formed. */
  Map<String, String> readUnitBag(int relation, String unit);

  /** Returns an application's databag as this hook sees it; the name is well formed. */
  Map<String, String> readApplicationBag(int relation, String application);

  /**
   * Loads the own unit's databag and changes it for later commands and the commit.
   *
   * @param changes new values by key; the empty string deletes; no entry at all still loads
   */
  void writeUnitBag(int relation, Map<String, String> changes);

  /** The same for the own application's databag; asked only right after isLeader() said yes. */
  void writeApplicationBag(int relation, Map<String, String> changes);

  /** Returns the action that runs; empty in hooks and in juju-exec. */
  Optional<ActionContext> action();

  /** Returns the secrets that this unit owns or may read. */
  SecretContext secrets();

  // Leadership, status, log, version: immediate, whatever becomes of the hook.

  /** Returns whether this unit leads; a no stays a no for the rest of the hook. */
  boolean isLeader();

  /** Returns the unit's status, which is read once per hook. */
  WorkloadStatus unitStatus();

  /** Sets the unit's status at once. */
  void setUnitStatus(WorkloadStatus status);

  /** Returns the application's status; fails for a unit that does not lead. */
  WorkloadStatus applicationStatus();

  /** Returns the status of every unit of the application, by name; only asked of a leader. */
  Map<String, WorkloadStatus> unitStatuses();

  /** Sets the application's status at once; fails for a unit that does not lead. */
  void setApplicationStatus(WorkloadStatus status);

  /** Writes one message to the log; a relation hook's prefix is in it already. */
  void log(LogLevel level, String message);

  /** Sets the version that {@code juju status} shows for the application. */
  void setApplicationVersion(String version);

  // Configuration and charm state.

  /** Returns the options with a value or a default: String, Boolean, Long, Integer or Double. */
  SortedMap<String, Object> config();

  /** Returns the declared options that have neither; {@code config-get --all} shows them. */
  SortedSet<String> unsetConfig();

  /** Returns the charm state with this hook's pending changes. */
  SortedMap<String, String> charmState();

  /** Stores a value, also the empty one, at the commit. */
  void putCharmState(String key, String value);

  /** Removes a key at the commit; nothing happens if it is not there. */
  void deleteCharmState(String key);

  // The rest of the model.

  /** Returns the storage of this unit. */
  StorageContext storage();

  /** Fetches a resource of the charm and returns the path of the file. */
  String fetchResource(String name);

  /** Returns the cloud; fails unless the application is trusted. */
  CloudInfo cloud();

  /** Asks for a reboot: now, which ends the hook and queues it again, or after it. */
  void reboot(boolean now);

  /** Returns a fresh view of what the model is heading for. */
  GoalState goalState();

  /**
   * Returns the network of an endpoint or an extra binding, or empty if there is no such binding.
   *
   * @param relation the relation asked about; empty outside a relation hook and without -r
   */
  Optional<NetworkInfo> network(String binding, OptionalInt relation);

  /** Returns the unit's address inside its cloud. */
  String privateAddress();

  /** Returns the unit's address for the world. */
  String publicAddress();

  /**
   * Opens ports at the commit; fails at once on a conflict.
   *
   * @param endpoints the endpoints concerned; empty for all
   */
  void openPorts(PortRange ports, Set<String> endpoints);

  /** Closes ports at the commit; the endpoints as for opening. */
  void closePorts(PortRange ports, Set<String> endpoints);

  /** Returns the open ports with this hook's pending changes, and for which endpoints. */
  SortedMap<PortRange, Set<String>> openedPorts();
}
