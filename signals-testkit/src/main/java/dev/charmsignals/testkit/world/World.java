package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CloudInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private final OperatorRuns operatorRuns;
  private final UserSecrets userSecrets;
  private final StorageOperator storageOperator;
  private final Scheduler scheduler;

  /** Creates an empty model; everything that Juju leaves open is decided by the seed. */
  public World(JujuFlavour flavour, long seed) {
    model = new Model(flavour, seed);
    operator = new Operator(model);
    operatorRuns = new OperatorRuns(model);
    userSecrets = new UserSecrets(model);
    storageOperator = new StorageOperator(model);
    scheduler = new Scheduler(model);
  }

  // What an operator does.

  /** Deploys one unit of a charm under a name. */
  public void deploy(String application, RunnableCharm charm, boolean kubernetes) {
    operator.deploy(application, charm, kubernetes);
  }

  /** Adds a unit and returns its name. */
  public String addUnit(String application) {
    return operator.addUnit(requireApplication(application)).name();
  }

  /** Removes a unit; it is gone when its last hook has run. */
  public void removeUnit(String unit) {
    operator.removeUnit(requireUnit(unit));
  }

  /** Removes an application with its relations and units. */
  public void removeApplication(String application) {
    operator.removeApplication(requireApplication(application));
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
    operator.configure(requireApplication(application), option, value);
  }

  /** Sets a config option back to its default. */
  public void resetConfig(String application, String option) {
    requireApplication(application).reset(option);
  }

  /** Refreshes an application to another revision of its charm. */
  public void refresh(String application, RunnableCharm charm) {
    requireApplication(application).refresh(charm);
  }

  /** Makes a unit the leader of its application, at once. */
  public void giveLeadership(String unit) {
    Unit next = requireUnit(unit);
    next.application().lead(next.name());
  }

  /** Takes the lease from whoever has it; nobody gets it until somebody is given it. */
  public void takeLeadership(String application) {
    requireApplication(application).leaderless(false);
  }

  /** Lets the lease run out, which the leader's agent does not know before its next hook. */
  public void expireLease(String application) {
    Application expired = requireApplication(application);
    expired.leader().flatMap(model::unit).ifPresent(unit -> unit.mistakenLeader(true));
    expired.leaderless(false);
  }

  /** Sets model config {@code automatically-retry-hooks}. */
  public void retryHooks(boolean automatically) {
    model.retryHooks(automatically);
  }

  /** Retries the failed hook of a unit at once, or takes it for done without running it. */
  public HookRecord resolve(String unit, boolean retry) {
    Unit resolved = requireUnit(unit);
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

  /** Runs an action of a unit to its end. */
  public ActionResult runAction(String unit, String action, Map<String, ?> parameters) {
    return operatorRuns.action(requireUnit(unit), action, parameters);
  }

  /**
   * Runs a program in a unit's context, with hook commands at hand.
   *
   * @param relation in the context of which relation, or -1
   * @param remoteUnit about which unit of it; if it is empty, about the only one there is
   */
  public ExecResult exec(String unit, HookProgram program, int relation, String remoteUnit) {
    return operatorRuns.exec(requireUnit(unit), program, "", relation, remoteUnit);
  }

  /** Does the same with a shell script, for a unit whose hooks are processes. */
  public ExecResult exec(String unit, String script, int relation, String remoteUnit) {
    Unit place = requireUnit(unit);
    return operatorRuns.exec(place, place.program(), script, relation, remoteUnit);
  }

  /** Adds a secret of a user and returns its id. */
  public String addSecret(String name, Map<String, String> content) {
    return userSecrets.add(name, content);
  }

  /** Gives a user's secret new content. */
  public void updateSecret(String id, Map<String, String> content) {
    userSecrets.update(id, content);
  }

  /** Lets an application read a user's secret. */
  public void grantSecret(String id, String application) {
    userSecrets.grant(id, requireApplication(application));
  }

  /** Takes that back. */
  public void revokeSecret(String id, String application) {
    userSecrets.revoke(id, application);
  }

  /** Removes a user's secret. */
  public void removeSecret(String id) {
    userSecrets.remove(id);
  }

  /** Adds a storage to a unit and returns its id. */
  public String addStorage(String unit, String name) {
    return storageOperator.add(requireUnit(unit), name);
  }

  /** Takes a storage away from its unit, when that has let go of it. */
  public void detachStorage(String storage) {
    storageOperator.detach(storage);
  }

  /** Attaches a storage that is attached to no unit. */
  public void attachStorage(String unit, String storage) {
    storageOperator.attach(requireUnit(unit), storage);
  }

  /** Attaches a resource; once a unit is installed, that makes upgrade-charm due. */
  public void attachResource(String application, String name, Path file) {
    operator.attachResource(requireApplication(application), name, file);
  }

  /** Trusts an application with the cloud's credential, or trusts it no more. */
  public void trust(String application, boolean trusted) {
    requireApplication(application).trust(trusted);
  }

  /** Says which cloud this is, for credential-get. */
  public void cloud(CloudInfo cloud) {
    model.cloud(cloud);
  }

  /** Reboots the machine of a unit, or replaces its pod. */
  public void reboot(String unit) {
    operator.reboot(requireUnit(unit));
  }

  // What happens in a pod.

  /** Returns whether the containers of a unit can be reached, by name. */
  public SortedMap<String, Boolean> containers(String unit) {
    UnitContainers containers = requireUnit(unit).containers();
    SortedMap<String, Boolean> reachable = new TreeMap<>();
    containers.names().forEach(name -> reachable.put(name, containers.canConnect(name)));
    return reachable;
  }

  /** Makes a container reachable, which makes its pebble-ready due, or not reachable. */
  public void connect(String unit, String container, boolean up) {
    requireUnit(unit).containers().connect(container, up);
  }

  /** Leaves a notice in a container. */
  public void notify(String unit, String container, String type, String key) {
    requireUnit(unit).containers().notify(container, type, key);
  }

  /** Lets a health check of a container fail for long enough, or recover. */
  public void check(String unit, String container, String check, boolean failed) {
    requireUnit(unit).containers().check(container, check, failed);
  }

  // Time.

  /** Lets time pass; hooks that a time makes due are due afterwards. */
  public void advance(Duration time) {
    model.advance(time);
  }

  // What happens to agents.

  /** Returns the hooks that may come next for a unit; more than one where order is open. */
  public List<Hook> due(String unit) {
    return scheduler.due(requireUnit(unit));
  }

  /** Runs one of the due hooks that fit, if any does. */
  public Optional<HookRecord> step(String unit, Predicate<Hook> fits) {
    return scheduler.step(requireUnit(unit), fits);
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
    return UnitProgress.enterScopes(model, requireUnit(unit));
  }

  /** Keeps a unit from running hooks, or lets it go on. */
  public void hold(String unit, boolean held) {
    requireUnit(unit).hold(held);
  }

  /** Restarts a unit's agent: its caches are empty afterwards. */
  public void restartAgent(String unit) {
    requireUnit(unit).agent().restart();
  }

  /** Lets the update-status timer of a unit fire. */
  public void fireUpdateStatus(String unit) {
    requireUnit(unit).agent().fireUpdateStatus();
  }

  /** Makes something go wrong with the next hook of this name, or the next one if it is empty. */
  public void plan(String unit, String hook, Fault fault, String reason) {
    requireUnit(unit).faults().plan(hook, fault, reason);
  }

  /** Has a process of the next hook of this name killed, or of the next one if it is empty. */
  public void kill(String unit, String hook, Kill kill) {
    Unit victim = requireUnit(unit);
    if (!victim.program().startsProcesses()) {
      throw new ImpossibleWorldException(
          "The hooks of \"%s\" run in the test's own process, which nothing can kill; deploy %s"
              .formatted(unit, "CharmUnderTest.directory, or let its hook end by terminateNext"));
    }
    victim.faults().plan(hook, kill);
  }

  /** Takes back whatever was planned for a unit's hooks and has not happened yet. */
  public void callOffFaults(String unit) {
    requireUnit(unit).faults().clear();
  }

  /** Lets something happen just before a hook's first such command, or its commit if empty. */
  public void interrupt(String unit, String hook, String command, Runnable action) {
    requireUnit(unit).faults().interrupt(hook, command, action);
  }

  /** Takes all of a unit's pending changed hooks away, as if they had come and gone. */
  public void loseWakeUps(String unit) {
    Unit deaf = requireUnit(unit);
    deaf.agent()
        .relations()
        .forEach(
            (number, state) ->
                state.catchUp(RelationSnapshot.of(requireRelation(number), deaf, model.flavour())));
  }

  /** Makes a changed hook due for which there is no news. */
  public void wake(String unit, int relation, String member) {
    Optional.ofNullable(requireUnit(unit).agent().relations().get(relation))
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

  private Application requireApplication(String name) {
    return model
        .application(name)
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "There is no application \"%s\"; there are %s"
                        .formatted(
                            name, model.applications().stream().map(Application::name).toList())));
  }

  private Unit requireUnit(String name) {
    return model
        .unit(name)
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "There is no unit \"%s\"; there are %s"
                        .formatted(name, model.units().stream().map(Unit::name).toList())));
  }

  private Relation requireRelation(int number) {
    return WorldView.requireRelation(model, number);
  }
}
