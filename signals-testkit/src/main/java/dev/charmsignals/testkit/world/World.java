package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CloudInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One simulated controller with one model, addressed by Juju's names.
 *
 * <p>Tests use the test kit's {@code SimulatedJuju}, which says the same in more words. Used by one
 * thread; a hook may change the world it runs in. Every method throws {@link
 * ImpossibleWorldException} when Juju would refuse.
 */
public final class World {

  private final Model model;
  private final Operator operator;
  private final OperatorRuns runs;
  private final UserSecrets userSecrets;
  private final StorageOperator storage;
  private final Pods pods;
  private final Scheduler scheduler;

  /** Creates an empty model; everything that Juju leaves open is decided by the seed. */
  public World(JujuFlavour flavour, long seed) {
    model = new Model(flavour, seed);
    operator = new Operator(model);
    runs = new OperatorRuns(model);
    userSecrets = new UserSecrets(model);
    storage = new StorageOperator(model);
    pods = new Pods(model);
    scheduler = new Scheduler(model);
  }

  // What an operator does.

  /** Deploys one unit of a charm under a name. */
  public void deploy(String application, RunnableCharm charm, boolean kubernetes) {
    operator.deploy(application, charm, kubernetes);
  }

  /** Adds a unit and returns its name. */
  public String addUnit(String application) {
    return operator.addUnit(model.requireApplication(application)).name();
  }

  /** Removes a unit; it is gone when its last hook has run. */
  public void removeUnit(String unit) {
    operator.removeUnit(model.requireUnit(unit));
  }

  /** Removes an application with its relations and units. */
  public void removeApplication(String application) {
    operator.removeApplication(model.requireApplication(application));
  }

  /** Relates two endpoints and returns the relation's number. */
  public int integrate(String left, String right, boolean acrossModels) {
    return operator.integrate(left, right, acrossModels).number();
  }

  /** Removes a relation; it is gone when the last unit has left it. */
  public void removeRelation(int relation) {
    operator.removeRelation(requireRelation(relation));
  }

  /** Removes a relation at once, with everything in it and without any hook. */
  public void removeRelationByForce(int relation) {
    operator.removeRelation(requireRelation(relation));
    model.forget(relation);
  }

  /** Suspends a relation, or resumes it. */
  public void suspend(int relation, boolean suspended) {
    requireRelation(relation).suspend(suspended);
  }

  /** Sets a config option. */
  public void configure(String application, String option, Object value) {
    operator.configure(model.requireApplication(application), option, value);
  }

  /** Sets a config option back to its default. */
  public void resetConfig(String application, String option) {
    model.requireApplication(application).reset(option);
  }

  /**
   * Refreshes an application to another revision of its charm.
   *
   * @param force whether units in error get it, too
   */
  public void refresh(String application, RunnableCharm charm, boolean force) {
    operator.refresh(model.requireApplication(application), charm, force);
  }

  /** Makes a unit the leader of its application, at once. */
  public void giveLeadership(String unit) {
    Unit next = model.requireUnit(unit);
    next.application().lead(next.name());
  }

  /** Takes the lease from whoever has it; nobody gets it until somebody is given it. */
  public void takeLeadership(String application) {
    model.requireApplication(application).leaderless(false);
  }

  /** Lets the lease run out, which the leader's agent does not know before its next hook. */
  public void expireLease(String application) {
    Application expired = model.requireApplication(application);
    expired.leader().flatMap(model::unit).ifPresent(unit -> unit.mistakenLeader(true));
    expired.leaderless(false);
  }

  /** Sets model config {@code automatically-retry-hooks}. */
  public void retryHooks(boolean automatically) {
    model.retryHooks(automatically);
  }

  /** Retries the failed hook of a unit at once, or takes it for done without running it. */
  public HookRecord resolve(String unit, boolean retry) {
    Unit resolved = model.requireUnit(unit);
    Unpacking.upgradeByForce(resolved);
    Hook failed =
        resolved
            .agent()
            .failed()
            .orElseThrow(
                () ->
                    new ImpossibleWorldException(
                        "Unit \"%s\" is not in error, so there is nothing to resolve"
                            .formatted(unit)));
    return retry
        ? HookRunner.run(model, resolved, failed)
        : HookRunner.skip(model, resolved, failed);
  }

  /** Attaches a resource; once a unit is installed, that makes upgrade-charm due. */
  public void attachResource(String application, String name, Path file) {
    operator.attachResource(model.requireApplication(application), name, file);
  }

  /** Trusts an application with the cloud's credential, or trusts it no more. */
  public void trust(String application, boolean trusted) {
    model.requireApplication(application).trust(trusted);
  }

  /** Says which cloud this is, for credential-get. */
  public void cloud(CloudInfo cloud) {
    model.cloud(cloud);
  }

  /** Reboots the machine of a unit, or replaces its pod. */
  public void reboot(String unit) {
    operator.reboot(model.requireUnit(unit));
  }

  /** Lets time pass; hooks that a time makes due are due afterwards. */
  public void advance(Duration time) {
    model.advance(time);
  }

  /** Returns the way to run actions and commands in the context of units. */
  public OperatorRuns runs() {
    return runs;
  }

  /** Returns the way to deal with secrets of users. */
  public UserSecrets userSecrets() {
    return userSecrets;
  }

  /** Returns the way to add and take away storage. */
  public StorageOperator storage() {
    return storage;
  }

  /** Returns what can happen in the containers of pods. */
  public Pods pods() {
    return pods;
  }

  // What happens to agents.

  /** Returns the hooks that may come next for a unit; more than one where order is open. */
  public List<Hook> due(String unit) {
    return scheduler.due(model.requireUnit(unit));
  }

  /** Runs one of the due hooks that fit, if any does. */
  public Optional<HookRecord> step(String unit, Predicate<Hook> fits) {
    return scheduler.step(model.requireUnit(unit), fits);
  }

  /** Runs hooks of all units that are not held, in random order, until none is due. */
  public List<HookRecord> settle(int limit) {
    return scheduler.settle(unit -> !unit.held(), limit);
  }

  /** Runs hooks of one unit until none is due, whether it is held or not. */
  public List<HookRecord> settleUnit(String unit, int limit) {
    return scheduler.settle(each -> each.name().equals(unit), limit);
  }

  /** Lets a unit enter its relations, so that others see it before it has run a hook for them. */
  public boolean enterScopes(String unit) {
    return UnitProgress.enterScopes(model, model.requireUnit(unit));
  }

  /** Keeps a unit from running hooks, or lets it go on. */
  public void hold(String unit, boolean held) {
    model.requireUnit(unit).hold(held);
  }

  /** Restarts a unit's agent: its caches are empty afterwards. */
  public void restartAgent(String unit) {
    model.requireUnit(unit).agent().restart();
  }

  /** Lets the update-status timer of a unit fire. */
  public void fireUpdateStatus(String unit) {
    model.requireUnit(unit).agent().fireUpdateStatus();
  }

  /** Makes something go wrong with the next hook of this name, or the next one if it is empty. */
  public void plan(String unit, String hook, Fault fault, String reason) {
    model.requireUnit(unit).faults().plan(hook, fault, reason);
  }

  /** Has a process of the next hook of this name killed, or of the next one if it is empty. */
  public void kill(String unit, String hook, Kill kill) {
    Unit victim = model.requireUnit(unit);
    if (!victim.program().startsProcesses()) {
      throw new ImpossibleWorldException(
          "The hooks of \"%s\" run in the test's own process, which nothing can kill; deploy %s"
              .formatted(unit, "CharmUnderTest.packed, or let its hook end by terminateNext"));
    }
    victim.faults().plan(hook, kill);
  }

  /** Takes back whatever was planned for a unit's hooks and has not happened yet. */
  public void callOffFaults(String unit) {
    model.requireUnit(unit).faults().clear();
  }

  /** Lets something happen just before a hook's first such command, or its commit if empty. */
  public void interrupt(String unit, String hook, String command, Runnable action) {
    model.requireUnit(unit).faults().interrupt(hook, command, action);
  }

  /** Takes all of a unit's pending changed hooks away, as if they had come and gone. */
  public void loseWakeUps(String unit) {
    Unit deaf = model.requireUnit(unit);
    deaf.agent()
        .relations()
        .forEach(
            (number, state) ->
                state.catchUp(RelationSnapshot.of(requireRelation(number), deaf, model.flavour())));
  }

  /** Makes a changed hook due for which there is no news. */
  public void wake(String unit, int relation, String member) {
    Optional.ofNullable(model.requireUnit(unit).agent().relations().get(relation))
        .ifPresent(state -> state.unsee(member));
  }

  /** Changes a databag behind the back of whoever owns it; the empty string deletes a key. */
  public void tamper(int relation, String owner, Map<String, String> changes) {
    WorldView.refuseEmptyKeys(owner, changes.keySet());
    WorldView.requireBag(model, relation, owner).merge(changes);
  }

  /** Makes a databag hold exactly this, as when an older copy is restored. */
  public void restore(int relation, String owner, Map<String, String> content) {
    WorldView.refuseEmptyKeys(owner, content.keySet());
    WorldView.requireBag(model, relation, owner).replace(content);
  }

  /** Tells somebody of every hook that is run from now on, as soon as it has ended. */
  public void watch(Consumer<HookRecord> watcher) {
    model.journal().watch(watcher);
  }

  /** Returns what there is to see. */
  public WorldView view() {
    return new WorldView(model);
  }

  private Relation requireRelation(int number) {
    return WorldView.requireRelation(model, number);
  }
}
