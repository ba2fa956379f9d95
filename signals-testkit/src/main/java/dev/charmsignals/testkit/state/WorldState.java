package dev.charmsignals.testkit.state;

import dev.charmsignals.testkit.command.NetworkInfo;
import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything that one unit of a charm can see of its world.
 *
 * <p>Made by a {@code Transition} and changed by the methods that return a changed copy. Two states
 * are equal if a charm could not tell them apart.
 *
 * @param unit the unit's name
 * @param leader whether it leads
 * @param kubernetes whether it runs in a pod instead of on a machine
 * @param plannedUnits how many units its application is to have, itself included; -1 for as many as
 *     its peers make
 * @param config what an operator has set; other options have their defaults
 * @param trusted whether its application is trusted with the cloud's credential
 * @param relations its relations
 * @param secrets the secrets it owns or may come to read
 * @param storages its storage
 * @param containers the containers of its pod
 * @param resources the files that an operator has attached
 * @param networks the network of a binding where it is not the usual one
 * @param openedPorts the ports it has opened for all endpoints
 * @param charmState what its charm keeps with Juju
 * @param unitStatus what its charm says of the unit; {@code unknown} if nothing yet
 * @param applicationStatus what the leader says of the whole; {@code unknown} if nothing yet
 * @param workloadVersion the version of the workload; possibly empty
 */
public record WorldState(
    String unit,
    boolean leader,
    boolean kubernetes,
    int plannedUnits,
    Map<String, Object> config,
    boolean trusted,
    List<RelationState> relations,
    List<SecretState> secrets,
    List<StorageState> storages,
    List<ContainerState> containers,
    Map<String, Path> resources,
    Map<String, NetworkInfo> networks,
    Set<PortRange> openedPorts,
    Map<String, String> charmState,
    WorkloadStatus unitStatus,
    WorkloadStatus applicationStatus,
    String workloadVersion) {

  static final WorkloadStatus UNKNOWN = new WorkloadStatus("unknown", "");

  /** Copies what it is given. */
  public WorldState {
    config = Map.copyOf(config);
    relations = List.copyOf(relations);
    secrets = List.copyOf(secrets);
    storages = List.copyOf(storages);
    containers = List.copyOf(containers);
    resources = Map.copyOf(resources);
    networks = Map.copyOf(networks);
    openedPorts = Set.copyOf(openedPorts);
    charmState = Map.copyOf(charmState);
  }

  /** Returns the state of a lone unit on a machine, in which nothing is. */
  public static WorldState of(String unit) {
    return new WorldState(
        unit, false, false, -1, Map.of(), false, List.of(), List.of(), List.of(), List.of(),
        Map.of(), Map.of(), Set.of(), Map.of(), UNKNOWN, UNKNOWN, "");
  }

  /** Returns the unit's application. */
  public String application() {
    int slash = unit.indexOf('/');
    return slash < 0 ? unit : unit.substring(0, slash);
  }

  /** Returns the first relation of an endpoint, or the one that is named {@code endpoint:id}. */
  public Optional<RelationState> relation(String name) {
    return relations.stream()
        .filter(each -> each.endpoint().equals(name) || each.name().equals(name))
        .findFirst();
  }

  /** Returns the secret with a label or a URI. */
  public Optional<SecretState> secret(String name) {
    return secrets.stream()
        .filter(each -> each.uri().equals(name) || !name.isEmpty() && each.label().equals(name))
        .findFirst();
  }

  /** Returns it with another unit as the one that it is about. */
  public WorldState unit(String name) {
    return with(draft -> draft.unit = name);
  }

  /** Returns it with the unit as leader, or not. */
  public WorldState leader(boolean leads) {
    return with(draft -> draft.leader = leads);
  }

  /** Returns it in a pod, or on a machine. */
  public WorldState kubernetes(boolean pod) {
    return with(draft -> draft.kubernetes = pod);
  }

  /** Returns it with so many units planned. */
  public WorldState plannedUnits(int units) {
    return with(draft -> draft.plannedUnits = units);
  }

  /** Returns it with a config option set. */
  public WorldState config(String option, Object value) {
    return with(draft -> draft.config.put(option, value));
  }

  /** Returns it with its application trusted, or not. */
  public WorldState trusted(boolean trust) {
    return with(draft -> draft.trusted = trust);
  }

  /** Returns it with another relation, or with this one instead of the one with its number. */
  public WorldState relation(RelationState relation) {
    return with(draft -> draft.put(relation));
  }

  /** Returns it with another secret, or with this one instead of the one with its id. */
  public WorldState secret(SecretState secret) {
    return with(draft -> draft.put(secret));
  }

  /** Returns it with another storage. */
  public WorldState storage(StorageState storage) {
    return with(draft -> draft.storages.add(storage));
  }

  /** Returns it with exactly this storage. */
  public WorldState storages(List<StorageState> all) {
    return with(
        draft -> {
          draft.storages.clear();
          draft.storages.addAll(all);
        });
  }

  /** Returns it with a container that can be reached or not. */
  public WorldState container(String name, boolean canConnect) {
    return with(
        draft -> {
          draft.containers.removeIf(each -> each.name().equals(name));
          draft.containers.add(new ContainerState(name, canConnect));
        });
  }

  /** Returns it with a resource attached. */
  public WorldState resource(String name, Path file) {
    return with(draft -> draft.resources.put(name, file));
  }

  /** Returns it with a network of its own for a binding. */
  public WorldState network(String binding, NetworkInfo network) {
    return with(draft -> draft.networks.put(binding, network));
  }

  /** Returns it with ports open. */
  public WorldState openedPort(PortRange ports) {
    return with(draft -> draft.openedPorts.add(ports));
  }

  /** Returns it with a value in the charm state. */
  public WorldState charmState(String key, String value) {
    return with(draft -> draft.charmState.put(key, value));
  }

  /** Returns it with a status of the unit. */
  public WorldState unitStatus(WorkloadStatus status) {
    return with(draft -> draft.unitStatus = status);
  }

  /** Returns it with a status of the application. */
  public WorldState applicationStatus(WorkloadStatus status) {
    return with(draft -> draft.applicationStatus = status);
  }

  /** Returns it with a version of the workload. */
  public WorldState workloadVersion(String version) {
    return with(draft -> draft.workloadVersion = version);
  }

  private WorldState with(Consumer<WorldStateDraft> edit) {
    WorldStateDraft draft = new WorldStateDraft(this);
    edit.accept(draft);
    return draft.state();
  }
}
