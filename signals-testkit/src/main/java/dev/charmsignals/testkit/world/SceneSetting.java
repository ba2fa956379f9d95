package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.state.ContainerState;
import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.StorageState;
import dev.charmsignals.testkit.state.WorldState;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets up a model in which one unit sees what a state says. */
final class SceneSetting {

  static final String UNKNOWN = "unknown";

  private final Model model;
  private final RunnableCharm charm;
  private final WorldState state;
  private final Application application;
  private final Unit unit;

  SceneSetting(Model model, RunnableCharm charm, WorldState state) {
    this.model = model;
    this.charm = charm;
    this.state = state;
    application = new Application(state.application(), charm, state.kubernetes());
    int number = number(state.unit());
    HookProgram program = charm.unpack(state.unit());
    unit = new Unit(application, number, model.takeMachine(), program, model.now());
  }

  static int number(String unit) {
    return Integer.parseInt(unit.substring(unit.indexOf('/') + 1));
  }

  Unit build(Event event) {
    model.add(application);
    application.add(unit);
    application.trust(state.trusted());
    state.config().forEach(this::configure);
    application.resources().putAll(state.resources());
    if (state.leader()) {
      application.lead(unit.name());
    } else {
      application.leaderless(false);
    }
    addSiblings();
    boolean installed = !event.hook().equals(HookKind.INSTALL.word());
    boolean started = installed && !event.hook().equals(HookKind.START.word());
    boolean told = !event.hook().equals(HookKind.LEADER_ELECTED.word());
    unit.agent().arrive(installed, started, state.leader() && told, application.watched());
    unit.charmState().putAll(state.charmState());
    state.openedPorts().forEach(ports -> unit.ports().put(ports, Set.of()));
    unit.networks().putAll(state.networks());
    setStatuses();
    state.storages().forEach(each -> add(each, event));
    addContainers();
    new SceneRelations(model, unit, state).build(event);
    new SceneSecrets(model, unit, state).build(event);
    return unit;
  }

  private void configure(String name, Object value) {
    ConfigOption option = charm.metadata().options().get(name);
    if (option != null) {
      option.accept(value).ifPresent(accepted -> application.set(name, accepted));
    }
  }

  /** Those that peers are, and more if more are planned; those too many are on their way out. */
  private void addSiblings() {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (RelationState relation : state.relations()) {
      if (relation.isPeers()) {
        relation.remoteUnitBags().keySet().forEach(name -> numbers.add(number(name)));
      }
    }
    numbers.remove(unit.number());
    int next = 0;
    while (numbers.size() + 1 < state.plannedUnits()) {
      if (next != unit.number()) {
        numbers.add(next);
      }
      next++;
    }
    int left = state.plannedUnits() < 0 ? numbers.size() : state.plannedUnits() - 1;
    for (int number : numbers) {
      Unit sibling = Extras.unit(model, application, number);
      if (left-- <= 0) {
        sibling.life(Life.DYING);
      }
    }
  }

  private void setStatuses() {
    if (state.unitStatus().status().equals(UNKNOWN)) {
      unit.agentSets(state.unitStatus(), model.now());
    } else {
      unit.charmSets(state.unitStatus(), model.now());
    }
    if (!state.applicationStatus().status().equals(UNKNOWN)) {
      application.status(state.applicationStatus());
    } else {
      application.status(new WorkloadStatus("", ""));
    }
    application.version(state.workloadVersion());
  }

  private void add(StorageState given, Event event) {
    StorageSpec spec = charm.metadata().storages().get(given.name());
    if (spec == null) {
      return;
    }
    Storage storage = new Storage(given.id(), spec);
    String location =
        given.location().isEmpty()
            ? charm.storageLocation(unit.name(), given.id(), spec.location())
            : given.location();
    storage.attach(unit, location);
    model.storage().restore(storage, given.index());
    boolean attaching =
        event.hook().equals(HookKind.STORAGE_ATTACHED.word()) && event.about().equals(given.id());
    if (!attaching) {
      storage.tell();
    }
  }

  private void addContainers() {
    SortedMap<String, Boolean> reachable = new TreeMap<>();
    unit.containers().names().forEach(name -> reachable.put(name, false));
    for (ContainerState container : state.containers()) {
      reachable.put(container.name(), container.canConnect());
    }
    for (Map.Entry<String, Boolean> each : reachable.entrySet()) {
      unit.containers().connect(each.getKey(), each.getValue());
    }
    unit.containers().settle();
  }
}
