package dev.charmsignals.testkit;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ExecResult;
import dev.charmsignals.testkit.world.Fault;
import dev.charmsignals.testkit.world.Hook;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.Kill;
import dev.charmsignals.testkit.world.LogRecord;
import dev.charmsignals.testkit.world.StorageFacts;
import dev.charmsignals.testkit.world.UnitFacts;
import dev.charmsignals.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One unit of a {@link SimulatedJuju}: its hooks one at a time, its status, its misfortunes. */
public final class SimulatedUnit {

  private static final int LIMIT = 1_000;

  private final World world;
  private final UnitSite site;
  private final Workloads workloads;
  private final String name;

  SimulatedUnit(World world, UnitSite site, Workloads workloads) {
    this.world = world;
    this.site = site;
    this.workloads = workloads;
    name = site.unit();
  }

  /** Returns its name, such as {@code panel/0}. */
  public String name() {
    return name;
  }

  // Looking at it.

  /** Returns everything there is to see of it at once. */
  public UnitFacts facts() {
    return world
        .view()
        .unit(name)
        .orElseThrow(() -> new ImpossibleWorldException("There is no unit \"%s\"".formatted(name)));
  }

  /** Returns whether it is still in the model. */
  public boolean exists() {
    return world.view().unit(name).isPresent();
  }

  /** Returns what its charm says. */
  public WorkloadStatus status() {
    return facts().status();
  }

  /** Returns what its agent says: {@code idle}, or {@code error} and which hook failed. */
  public WorkloadStatus agentStatus() {
    return facts().agentStatus();
  }

  /** Returns whether it leads its application. */
  public boolean leads() {
    return facts().leads();
  }

  /** Returns the charm state, as committed. */
  public Map<String, String> state() {
    return facts().charmState();
  }

  /** Returns every hook it ran, in order. */
  public List<HookRecord> hooks() {
    return world.view().hooks().stream().filter(record -> record.unit().equals(name)).toList();
  }

  /** Returns the hooks it ran as short lines, such as {@code channel-relation-joined panel/0}. */
  public List<String> hookNames() {
    return hooks().stream().map(record -> record.hook().toString()).toList();
  }

  /** Returns what it logged. */
  public List<LogRecord> logs() {
    return world.view().logs().stream().filter(line -> line.unit().equals(name)).toList();
  }

  // Running its hooks.

  /** Returns the hooks that may come next; more than one where Juju promises no order. */
  public List<Hook> due() {
    return world.due(name);
  }

  /** Runs the next hook, chosen by the seed if several may be; empty if none is due. */
  public Optional<HookRecord> runNextHook() {
    return world.step(name, hook -> true);
  }

  /** Runs one of the due hooks, by its name or as {@code channel-relation-joined panel/0}. */
  public HookRecord run(String hook) {
    return world
        .step(name, due -> due.name().equals(hook) || due.toString().equals(hook))
        .orElseThrow(
            () ->
                new ImpossibleWorldException(
                    "Hook \"%s\" is not due for \"%s\"; due are %s".formatted(hook, name, due())));
  }

  /** Runs this unit's hooks, and nobody else's, until none is due; failed ones as in settle. */
  public List<HookRecord> settle() {
    return world.settleUnit(name, LIMIT);
  }

  /** Runs this unit's hooks until it has run one of this name. */
  public HookRecord runUntil(String hook) {
    List<HookRecord> run = new ArrayList<>();
    while (run.size() < LIMIT) {
      Optional<HookRecord> next = runNextHook();
      if (next.isEmpty()) {
        break;
      }
      run.add(next.get());
      if (next.get().hook().name().equals(hook)) {
        return next.get();
      }
    }
    throw new ImpossibleWorldException(
        "Hook \"%s\" did not become due for \"%s\"; it ran %s".formatted(hook, name, run));
  }

  /** Lets it enter its relations now, so that others see it before it has run their created. */
  public SimulatedUnit enterRelations() {
    world.enterScopes(name);
    return this;
  }

  /**
   * Keeps it from running hooks when the whole model settles, as if it were busy with a long one;
   * the methods above still run its hooks.
   */
  public SimulatedUnit hold() {
    world.hold(name, true);
    return this;
  }

  /** Ends {@link #hold()}. */
  public SimulatedUnit release() {
    world.hold(name, false);
    return this;
  }

  // What an operator does.

  /** Removes it, when its last hook has run. */
  public SimulatedUnit remove() {
    world.removeUnit(name);
    return this;
  }

  /** {@code juju resolved}: retries the failed hook at once. */
  public HookRecord resolve() {
    return world.resolve(name, true);
  }

  /** {@code juju resolved --no-retry}: takes the failed hook for done without running it. */
  public HookRecord resolveWithoutRetry() {
    return world.resolve(name, false);
  }

  /** Runs an action without parameters; see {@link #runAction(String, Map)}. */
  public ActionResult runAction(String action) {
    return runAction(action, Map.of());
  }

  /**
   * {@code juju run}: runs an action that its charm declares, to its end, also while it is in
   * error.
   *
   * @param parameters texts, numbers, booleans, and lists and maps of these; what is missing has
   *     the default that the charm declares, and what does not fit ends the action before it starts
   */
  public ActionResult runAction(String action, Map<String, ?> parameters) {
    return world.runs().action(name, action, parameters);
  }

  /**
   * {@code juju exec}: runs a few lines of test code in its context, with every hook command at
   * hand.
   */
  public ExecResult exec(CharmScript commands) {
    return world.runs().exec(name, hook -> ScriptedCharm.run(commands, hook), -1, "");
  }

  /** The same in the context of a relation and its only unit, as {@code --relation} has it. */
  public ExecResult exec(SimulatedRelation relation, CharmScript commands) {
    return exec(relation, "", commands);
  }

  /** The same in the context of a relation and one unit of it. */
  public ExecResult exec(SimulatedRelation relation, String remoteUnit, CharmScript commands) {
    return world
        .runs()
        .exec(name, hook -> ScriptedCharm.run(commands, hook), relation.number(), remoteUnit);
  }

  /** Runs a bash script in its context; for charms whose hooks are processes. */
  public ExecResult exec(String script) {
    return world.runs().exec(name, script, -1, "");
  }

  /** The same in the context of a relation and one unit of it, or its only unit if empty. */
  public ExecResult exec(SimulatedRelation relation, String remoteUnit, String script) {
    return world.runs().exec(name, script, relation.number(), remoteUnit);
  }

  /** {@code juju add-storage}: gives it another storage and returns its id. */
  public String addStorage(String storage) {
    return world.storage().add(name, storage);
  }

  /** {@code juju attach-storage}: gives it one that another unit has let go of. */
  public SimulatedUnit attachStorage(String id) {
    world.storage().attach(name, id);
    return this;
  }

  /** {@code juju detach-storage}: takes a storage away, once storage-detaching has run. */
  public SimulatedUnit detachStorage(String id) {
    world.storage().detach(id);
    return this;
  }

  /** Returns its storage. */
  public List<StorageFacts> storages() {
    return world.view().storages().stream().filter(each -> each.unit().equals(name)).toList();
  }

  /** Returns a container of its pod. */
  public SimulatedContainer container(String container) {
    return new SimulatedContainer(world, site, workloads, container);
  }

  /** Reboots its machine, or replaces its pod; start is then due once more. */
  public SimulatedUnit reboot() {
    world.reboot(name);
    return this;
  }

  /** Lets its update-status timer fire. */
  public SimulatedUnit updateStatus() {
    world.fireUpdateStatus(name);
    return this;
  }

  // Misfortunes. An empty hook name means whichever hook comes next.

  /** Restarts its agent, which forgets its copies of others' databags. */
  public SimulatedUnit restartAgent() {
    world.restartAgent(name);
    return this;
  }

  /** Makes its next hook fail after it has done everything it does. */
  public SimulatedUnit failNextHook() {
    return failNext("");
  }

  /** Makes its next hook of this name fail after it has done everything it does. */
  public SimulatedUnit failNext(String hook) {
    world.plan(name, hook, Fault.FAIL, "");
    return this;
  }

  /** Makes its next hook of this name end by SIGTERM, so that it is queued again. */
  public SimulatedUnit terminateNext(String hook) {
    world.plan(name, hook, Fault.TERMINATE, "");
    return this;
  }

  /**
   * Has a process of its next hook of this name killed while it runs, which needs a charm whose
   * hooks are processes: {@link CharmUnderTest#packed(java.nio.file.Path)}.
   */
  public SimulatedUnit killNext(String hook, Kill kill) {
    world.kill(name, hook, kill);
    return this;
  }

  /** Makes its agent die before the next commit of such a hook. */
  public SimulatedUnit crashBeforeCommit(String hook) {
    world.plan(name, hook, Fault.CRASH_BEFORE_COMMIT, "");
    return this;
  }

  /** Makes its agent die right after the next commit of such a hook, which then comes again. */
  public SimulatedUnit crashAfterCommit(String hook) {
    world.plan(name, hook, Fault.CRASH_AFTER_COMMIT, "");
    return this;
  }

  /** Makes the controller refuse the next commit of such a hook. */
  public SimulatedUnit refuseCommit(String hook, String reason) {
    world.plan(name, hook, Fault.REFUSE_COMMIT, reason);
    return this;
  }

  /** Lets something happen between the end of such a hook and its commit, once. */
  public SimulatedUnit beforeCommit(String hook, Runnable happening) {
    world.interrupt(name, hook, "", happening);
    return this;
  }

  /** Lets something happen just before such a hook runs its first such command, once. */
  public SimulatedUnit beforeCommand(String hook, String command, Runnable happening) {
    world.interrupt(name, hook, command, happening);
    return this;
  }

  /** Takes back every misfortune that waits for one of its hooks. */
  public SimulatedUnit callOffFaults() {
    world.callOffFaults(name);
    return this;
  }

  /** Takes away the changed hooks that are due for joined units, as if they had come and gone. */
  public SimulatedUnit loseWakeUps() {
    world.loseWakeUps(name);
    return this;
  }

  /** Makes a changed hook due that has no news of this unit or application. */
  public SimulatedUnit wakeWithoutNews(SimulatedRelation relation, String member) {
    world.wake(name, relation.number(), member);
    return this;
  }
}
