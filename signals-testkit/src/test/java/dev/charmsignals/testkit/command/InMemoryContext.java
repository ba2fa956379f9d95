package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The context of a hook of {@code ping/0}, in which a test sets what it needs. */
final class InMemoryContext implements CommandContext {

  OptionalInt hookRelation = OptionalInt.empty();
  Optional<String> remoteUnit = Optional.empty();
  Optional<String> remoteApplication = Optional.empty();
  final Map<Integer, String> endpoints = new LinkedHashMap<>();
  final Set<String> members = new TreeSet<>();
  final Map<String, Map<String, String>> bags = new HashMap<>();
  boolean leader;
  WorkloadStatus unitStatus = new WorkloadStatus("waiting", "for pong");
  WorkloadStatus applicationStatus = new WorkloadStatus("unknown", "");
  final SortedMap<String, Object> config = new TreeMap<>();
  final SortedSet<String> unsetConfig = new TreeSet<>();
  final SortedMap<String, String> state = new TreeMap<>();
  final List<String> done = new ArrayList<>();
  final Map<String, NetworkInfo> networks = new HashMap<>();
  final SortedMap<PortRange, Set<String>> ports = new TreeMap<>();
  GoalState goals = new GoalState(new TreeMap<>(), new TreeMap<>());
  Optional<ActionContext> action = Optional.empty();
  final InMemorySecrets secrets = new InMemorySecrets();
  final InMemoryStorage storage = new InMemoryStorage();
  Optional<String> refusal = Optional.empty();

  /** Puts the hook into relation 7 of endpoint {@code channel}, about {@code pong/1}. */
  InMemoryContext inChangedHook() {
    endpoints.put(7, "channel");
    hookRelation = OptionalInt.of(7);
    remoteUnit = Optional.of("pong/1");
    remoteApplication = Optional.of("pong");
    return this;
  }

  InMemoryContext withBag(String owner, Map<String, String> settings) {
    bags.put(owner, new TreeMap<>(settings));
    return this;
  }

  @Override
  public boolean isBeforeJuju4() {
    return false;
  }

  @Override
  public String unitName() {
    return "ping/0";
  }

  @Override
  public OptionalInt hookRelation() {
    return hookRelation;
  }

  @Override
  public Optional<String> remoteUnit() {
    return remoteUnit;
  }

  @Override
  public Optional<String> remoteApplication() {
    return remoteApplication;
  }

  @Override
  public boolean knowsRelation(int relation) {
    return endpoints.containsKey(relation);
  }

  @Override
  public String endpointOf(int relation) {
    return endpoints.getOrDefault(relation, "");
  }

  @Override
  public Set<Integer> relationIds(String endpoint) {
    Set<Integer> ids = new TreeSet<>();
    endpoints.forEach(
        (id, name) -> {
          if (name.equals(endpoint)) {
            ids.add(id);
          }
        });
    return ids;
  }

  @Override
  public Set<String> relationMembers(int relation) {
    return members;
  }

  @Override
  public String relationApplication(int relation) {
    return "pong";
  }

  @Override
  public String modelUuidOf(int relation) {
    return "uuid-of-" + relation;
  }

  @Override
  public Map<String, String> readUnitBag(int relation, String unit) {
    return read(relation, unit);
  }

  @Override
  public Map<String, String> readApplicationBag(int relation, String application) {
    return read(relation, application);
  }

  private Map<String, String> read(int relation, String owner) {
    refuse();
    return bags.getOrDefault(relation + " " + owner, Map.of());
  }

  @Override
  public void writeUnitBag(int relation, Map<String, String> changes) {
    refuse();
    done.add("unit bag of " + relation + ": " + new TreeMap<>(changes));
  }

  @Override
  public void writeApplicationBag(int relation, Map<String, String> changes) {
    refuse();
    done.add("application bag of " + relation + ": " + new TreeMap<>(changes));
  }

  @Override
  public Optional<ActionContext> action() {
    return action;
  }

  @Override
  public SecretContext secrets() {
    return secrets;
  }

  @Override
  public StorageContext storage() {
    return storage;
  }

  @Override
  public String fetchResource(String name) {
    refuse();
    return "/resources/" + name;
  }

  @Override
  public CloudInfo cloud() {
    refuse();
    return new CloudInfo("lxd", "localhost", "here", "https://x", "tls", Map.of("key", "hush"));
  }

  @Override
  public void reboot(boolean now) {
    refuse();
    done.add(now ? "reboot now" : "reboot");
  }

  @Override
  public boolean isLeader() {
    if (!leader) {
      refuse();
    }
    return leader;
  }

  @Override
  public WorkloadStatus unitStatus() {
    return unitStatus;
  }

  @Override
  public void setUnitStatus(WorkloadStatus status) {
    done.add("unit is " + status.status() + ": " + status.message());
  }

  @Override
  public WorkloadStatus applicationStatus() {
    refuse();
    return applicationStatus;
  }

  @Override
  public Map<String, WorkloadStatus> unitStatuses() {
    return Map.of(unitName(), unitStatus);
  }

  @Override
  public void setApplicationStatus(WorkloadStatus status) {
    refuse();
    done.add("application is " + status.status() + ": " + status.message());
  }

  @Override
  public void log(LogLevel level, String message) {
    done.add(level + " " + message);
  }

  @Override
  public void setApplicationVersion(String version) {
    done.add("version " + version);
  }

  @Override
  public SortedMap<String, Object> config() {
    return config;
  }

  @Override
  public SortedSet<String> unsetConfig() {
    return unsetConfig;
  }

  @Override
  public SortedMap<String, String> charmState() {
    return state;
  }

  @Override
  public void putCharmState(String key, String value) {
    state.put(key, value);
  }

  @Override
  public void deleteCharmState(String key) {
    state.remove(key);
  }

  @Override
  public GoalState goalState() {
    return goals;
  }

  @Override
  public Optional<NetworkInfo> network(String binding, OptionalInt relation) {
    return Optional.ofNullable(networks.get(binding));
  }

  @Override
  public String privateAddress() {
    return "10.0.0.7";
  }

  @Override
  public String publicAddress() {
    return "203.0.113.7";
  }

  @Override
  public void openPorts(PortRange range, Set<String> endpoints) {
    refuse();
    done.add("open " + range + " for " + endpoints);
  }

  @Override
  public void closePorts(PortRange range, Set<String> endpoints) {
    done.add("close " + range + " for " + endpoints);
  }

  @Override
  public SortedMap<PortRange, Set<String>> openedPorts() {
    return ports;
  }

  private void refuse() {
    refusal.ifPresent(
        reason -> {
          throw new CommandFailure(reason);
        });
  }
}
