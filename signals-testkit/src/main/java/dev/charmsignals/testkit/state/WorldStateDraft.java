package dev.charmsignals.testkit.state;

import dev.charmsignals.testkit.command.NetworkInfo;
import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A state while it is being changed. */
final class WorldStateDraft {

  String unit;
  boolean leader;
  boolean kubernetes;
  int plannedUnits;
  final Map<String, Object> config;
  boolean trusted;
  final List<RelationState> relations;
  final List<SecretState> secrets;
  final List<StorageState> storages;
  final List<ContainerState> containers;
  final Map<String, Path> resources;
  final Map<String, NetworkInfo> networks;
  final Set<PortRange> openedPorts;
  final Map<String, String> charmState;
  WorkloadStatus unitStatus;
  WorkloadStatus applicationStatus;
  String workloadVersion;

  WorldStateDraft(WorldState state) {
    unit = state.unit();
    leader = state.leader();
    kubernetes = state.kubernetes();
    plannedUnits = state.plannedUnits();
    config = new HashMap<>(state.config());
    trusted = state.trusted();
    relations = new ArrayList<>(state.relations());
    secrets = new ArrayList<>(state.secrets());
    storages = new ArrayList<>(state.storages());
    containers = new ArrayList<>(state.containers());
    resources = new HashMap<>(state.resources());
    networks = new HashMap<>(state.networks());
    openedPorts = new HashSet<>(state.openedPorts());
    charmState = new HashMap<>(state.charmState());
    unitStatus = state.unitStatus();
    applicationStatus = state.applicationStatus();
    workloadVersion = state.workloadVersion();
  }

  /** Puts a relation in the place of the one with its number, or at the end. */
  void put(RelationState relation) {
    int next = relations.stream().mapToInt(RelationState::id).max().orElse(-1) + 1;
    RelationState numbered = relation.id() < 0 ? relation.id(next) : relation;
    for (int i = 0; i < relations.size(); i++) {
      if (relations.get(i).name().equals(numbered.name())) {
        relations.set(i, numbered);
        return;
      }
    }
    relations.add(numbered);
  }

  /** Puts a secret in the place of the one with its id, or at the end. */
  void put(SecretState secret) {
    if (secret.id().isEmpty()) {
      int next = 1;
      while (has(id(next))) {
        next++;
      }
      secrets.add(secret.id(id(next)));
      return;
    }
    if (!has(secret.id())) {
      secrets.add(secret);
      return;
    }
    secrets.replaceAll(each -> each.id().equals(secret.id()) ? secret : each);
  }

  private boolean has(String id) {
    return secrets.stream().anyMatch(each -> each.id().equals(id));
  }

  /** Returns what looks like an id of Juju: 20 digits, the last of which may be 0. */
  private static String id(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(19 - digits.length()) + digits + "0";
  }

  WorldState state() {
    return new WorldState(
        unit,
        leader,
        kubernetes,
        plannedUnits,
        config,
        trusted,
        relations,
        secrets,
        storages,
        containers,
        resources,
        networks,
        openedPorts,
        charmState,
        unitStatus,
        applicationStatus,
        workloadVersion);
  }
}
