package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.ActionContext;
import dev.charmsignals.testkit.command.CloudInfo;
import dev.charmsignals.testkit.command.CommandContext;
import dev.charmsignals.testkit.command.GoalState;
import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.command.NetworkInfo;
import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.SecretContext;
import dev.charmsignals.testkit.command.StorageContext;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What one hook knows, has cached and has written, until its commit. */
final class HookContext implements CommandContext {

  static final String NOT_LEADER = "this unit is not the leader";

  private final Model model;
  private final Unit unit;
  private final Hook hook;
  private final Optional<ActionDraft> action;
  private final HookSnapshot snapshot;
  private final HookBags bags;
  private final StateDraft state;
  private final PortDraft ports;
  private final HookStatuses statuses;
  private final List<LogRecord> logs = new ArrayList<>();
  private boolean lostLeadership;
  private @Nullable SecretDraft secrets;
  private @Nullable StorageDraft storage;
  private boolean rebootWanted;
  private boolean rebootingNow;
  private @Nullable SortedMap<String, Object> config;

  HookContext(Model model, Unit unit, Hook hook, Optional<ActionDraft> action) {
    this.model = model;
    this.unit = unit;
    this.hook = hook;
    this.action = action;
    snapshot = new HookSnapshot(model, unit, hook);
    bags = new HookBags(model, unit, snapshot, this::isLeader);
    state = new StateDraft(unit);
    ports = new PortDraft(unit);
    statuses = new HookStatuses(model, unit, this::isLeader);
  }

  HookBags bags() {
    return bags;
  }

  StateDraft state() {
    return state;
  }

  PortDraft ports() {
    return ports;
  }

  /** Returns what it asks to do with secrets, if it has touched any. */
  Optional<SecretWrites> secretWrites() {
    return Optional.ofNullable(secrets).map(SecretDraft::writes).filter(each -> !each.isEmpty());
  }

  /** Returns the statuses it has set, in order. */
  List<StatusSet> statuses() {
    return statuses.set();
  }

  /** Returns what it asks for of storage, if it has touched any. */
  Optional<StorageDraft> storageDraft() {
    return Optional.ofNullable(storage);
  }

  /** Returns whether the machine is to be rebooted after it. */
  boolean rebootWanted() {
    return rebootWanted;
  }

  /** Returns whether the machine is to be rebooted at once, so that it has been killed. */
  boolean rebootingNow() {
    return rebootingNow;
  }

  List<LogRecord> logs() {
    return logs;
  }

  /** Writes a line to the model's log that belongs to this hook. */
  void logAs(String logger, LogLevel level, String text) {
    LogRecord line = new LogRecord(unit.name(), level, logger, text);
    logs.add(line);
    model.journal().log(line);
  }

  @Override
  public boolean isBeforeJuju4() {
    return model.flavour() != JujuFlavour.JUJU_4;
  }

  @Override
  public String unitName() {
    return unit.name();
  }

  @Override
  public OptionalInt hookRelation() {
    return hook.relation() < 0 ? OptionalInt.empty() : OptionalInt.of(hook.relation());
  }

  @Override
  public Optional<String> remoteUnit() {
    return Optional.of(hook.remoteUnit()).filter(name -> !name.isEmpty());
  }

  @Override
  public Optional<String> remoteApplication() {
    return Optional.of(hook.remoteApplication()).filter(name -> !name.isEmpty());
  }

  @Override
  public boolean knowsRelation(int relation) {
    return snapshot.knows(relation);
  }

  @Override
  public String endpointOf(int relation) {
    return snapshot.endpoint(relation);
  }

  @Override
  public Set<Integer> relationIds(String endpoint) {
    return snapshot.ids(endpoint);
  }

  @Override
  public Set<String> relationMembers(int relation) {
    return snapshot.members(relation);
  }

  @Override
  public String relationApplication(int relation) {
    String own = applicationName();
    Relation known = snapshot.relation(relation);
    return known.seenBy(own, known.counterpart(own));
  }

  @Override
  public String modelUuidOf(int relation) {
    return snapshot.relation(relation).remoteModel().orElse(model.modelUuid());
  }

  @Override
  public Map<String, String> readUnitBag(int relation, String name) {
    return bags.readUnit(relation, name);
  }

  @Override
  public Map<String, String> readApplicationBag(int relation, String application) {
    return bags.readApplication(relation, application);
  }

  @Override
  public void writeUnitBag(int relation, Map<String, String> changes) {
    bags.writeUnit(relation, changes);
  }

  @Override
  public void writeApplicationBag(int relation, Map<String, String> changes) {
    bags.writeApplication(relation, changes);
  }

  @Override
  public Optional<ActionContext> action() {
    return action.map(draft -> draft);
  }

  @Override
  public SecretContext secrets() {
    if (secrets == null) {
      secrets = new SecretDraft(model, unit, snapshot, this::isLeader);
    }
    return secrets;
  }

  @Override
  public StorageContext storage() {
    if (storage == null) {
      storage = new StorageDraft(model, unit, hook);
    }
    return storage;
  }

  @Override
  public String fetchResource(String name) {
    return Host.fetch(unit, name).toString();
  }

  @Override
  public CloudInfo cloud() {
    return Host.cloud(model, unit);
  }

  @Override
  public void reboot(boolean now) {
    Host.requireMachine(unit);
    rebootWanted = true;
    rebootingNow |= now;
  }

  @Override
  public boolean isLeader() {
    lostLeadership |= !unit.believesToLead();
    return !lostLeadership;
  }

  @Override
  public WorkloadStatus unitStatus() {
    return statuses.unit();
  }

  @Override
  public void setUnitStatus(WorkloadStatus next) {
    statuses.setUnit(next);
  }

  @Override
  public WorkloadStatus applicationStatus() {
    return statuses.application();
  }

  @Override
  public Map<String, WorkloadStatus> unitStatuses() {
    return statuses.units();
  }

  @Override
  public void setApplicationStatus(WorkloadStatus next) {
    statuses.setApplication(next);
  }

  @Override
  public void log(LogLevel level, String message) {
    logAs("unit." + unit.name() + ".juju-log", level, message);
  }

  @Override
  public void setApplicationVersion(String version) {
    unit.application().version(version);
  }

  @Override
  public SortedMap<String, Object> config() {
    if (config == null) {
      config = unit.application().config();
    }
    return config;
  }

  @Override
  public SortedSet<String> unsetConfig() {
    return unit.application().unsetConfig();
  }

  @Override
  public SortedMap<String, String> charmState() {
    return state.view();
  }

  @Override
  public void putCharmState(String key, String value) {
    state.put(key, value);
  }

  @Override
  public void deleteCharmState(String key) {
    state.delete(key);
  }

  @Override
  public GoalState goalState() {
    return Goals.of(model, unit);
  }

  @Override
  public Optional<NetworkInfo> network(String binding, OptionalInt relation) {
    return Host.network(unit, binding);
  }

  @Override
  public String privateAddress() {
    return unit.address();
  }

  @Override
  public String publicAddress() {
    return unit.address();
  }

  @Override
  public void openPorts(PortRange range, Set<String> endpoints) {
    ports.open(range, endpoints);
  }

  @Override
  public void closePorts(PortRange range, Set<String> endpoints) {
    ports.close(range, endpoints);
  }

  @Override
  public SortedMap<PortRange, Set<String>> openedPorts() {
    return ports.view();
  }
}
