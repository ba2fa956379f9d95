package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.NetworkInfo;
import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One unit as the controller holds it, with its agent. */
final class Unit {

  private final Application application;
  private final String name;
  private final int number;
  private final int machine;
  private final UnitAgent agent;
  private final Faults faults = new Faults();
  private final SortedMap<String, String> charmState = new TreeMap<>();
  private final SortedMap<PortRange, Set<String>> ports = new TreeMap<>();
  private final UnitContainers containers;
  private final SortedMap<String, NetworkInfo> networks = new TreeMap<>();
  private RunnableCharm charm;
  private HookProgram program;
  private Life life = Life.ALIVE;
  private boolean held;
  private boolean mistakenLeader;
  private WorkloadStatus status = new WorkloadStatus("waiting", "waiting for machine");
  private WorkloadStatus agentStatus = new WorkloadStatus("allocating", "");
  private Instant since;
  private boolean charmSetStatus;

  Unit(Application application, int number, int machine, HookProgram program, Instant since) {
    this.application = application;
    this.name = application.name() + "/" + number;
    this.number = number;
    this.machine = machine;
    this.program = program;
    charm = application.charm();
    this.since = since;
    agent = new UnitAgent(application.revision());
    containers =
        new UnitContainers(
            application.kubernetes() ? application.metadata().containers() : List.of());
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  Application application() {
    return application;
  }

  int machine() {
    return machine;
  }

  HookProgram program() {
    return program;
  }

  /** Returns the charm whose files the agent has, which its application may have had before. */
  RunnableCharm charm() {
    return charm;
  }

  /** The agent has unpacked a charm, whose hooks run from now on. */
  void run(RunnableCharm next, HookProgram unpacked) {
    charm = next;
    program = unpacked;
  }

  /** Returns whether the charm that it has knows its side of a relation. */
  boolean declares(Relation relation) {
    String endpoint = relation.sideOf(application.name()).endpoint().name();
    return charm.metadata().endpoint(endpoint).isPresent();
  }

  UnitAgent agent() {
    return agent;
  }

  /** The networks of bindings where they are not the usual one. */
  SortedMap<String, NetworkInfo> networks() {
    return networks;
  }

  /** The containers of its pod; none on a machine. */
  UnitContainers containers() {
    return containers;
  }

  Faults faults() {
    return faults;
  }

  /** Returns an address no other unit has. */
  String address() {
    return "10." + (machine >> 16 & 255) + "." + (machine >> 8 & 255) + "." + machine % 256;
  }

  Life life() {
    return life;
  }

  void life(Life next) {
    life = next;
  }

  boolean held() {
    return held;
  }

  void hold(boolean now) {
    held = now;
  }

  boolean leads() {
    return name.equals(application.leader().orElse(""));
  }

  /** Returns whether its agent says that it leads, which may be a moment out of date. */
  boolean believesToLead() {
    return mistakenLeader || leads();
  }

  void mistakenLeader(boolean now) {
    mistakenLeader = now;
  }

  /** The charm state as committed. */
  SortedMap<String, String> charmState() {
    return charmState;
  }

  /** The open ports as committed, with the endpoints they are open for. */
  SortedMap<PortRange, Set<String>> ports() {
    return ports;
  }

  WorkloadStatus status() {
    return status;
  }

  Instant since() {
    return since;
  }

  /** The charm sets its status, which takes effect at once. */
  void charmSets(WorkloadStatus next, Instant now) {
    charmSetStatus = true;
    status = next;
    since = now;
  }

  /** The agent sets the charm's status, where the charm itself has said nothing yet. */
  void agentSetsUnlessCharmDid(WorkloadStatus next, Instant now) {
    if (!charmSetStatus) {
      agentSets(next, now);
    }
  }

  /** The agent sets the charm's status, whatever the charm said. */
  void agentSets(WorkloadStatus next, Instant now) {
    status = next;
    since = now;
  }

  WorkloadStatus agentStatus() {
    return agentStatus;
  }

  void agentStatus(String word, String message) {
    agentStatus = new WorkloadStatus(word, message);
  }
}
