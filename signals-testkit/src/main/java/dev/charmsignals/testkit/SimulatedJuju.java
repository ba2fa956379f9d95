package dev.charmsignals.testkit;

import dev.charmsignals.testkit.command.CloudInfo;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.LogRecord;
import dev.charmsignals.testkit.world.RelationFacts;
import dev.charmsignals.testkit.world.RunnableCharm;
import dev.charmsignals.testkit.world.SecretFacts;
import dev.charmsignals.testkit.world.StorageFacts;
import dev.charmsignals.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A simulated Juju: one model in which charms are deployed, integrated and run.
 *
 * <p>Nothing runs by itself. A test changes the model in an operator's words, then lets hooks run:
 * all that are due with {@link #settle()}, or one at a time through {@link #unit}. Where Juju
 * promises no order the seed decides, so a world with the same seed goes the same way, and other
 * seeds find other orders. Hooks see and write what Juju lets them: nothing is visible before a
 * hook's commit, and copies go stale as an agent's do.
 *
 * <p>Used by one thread. Everything Juju would refuse throws {@link
 * dev.charmsignals.testkit.world.ImpossibleWorldException}. In JUnit tests, let {@link
 * SimulatedJujuExtension} make and close it.
 */
public final class SimulatedJuju implements AutoCloseable {

  private static final int LIMIT_PER_UNIT = 100;
  private static final int LIMIT_PER_PAIR = 10;

  private final World world;
  private final long seed;
  private final Workspace workspace = new Workspace();
  private final Workloads workloads;
  private final Map<String, Integer> revisions = new HashMap<>();

  private SimulatedJuju(JujuFlavour flavour, long seed) {
    this.world = new World(flavour, seed);
    this.seed = seed;
    this.workloads = new Workloads(world);
  }

  /** Creates an empty model in Juju 4, whose open orders are decided by the seed. */
  public static SimulatedJuju seeded(long seed) {
    return new SimulatedJuju(JujuFlavour.JUJU_4, seed);
  }

  /** Creates an empty model in a Juju of one's choice. */
  public static SimulatedJuju seeded(JujuFlavour flavour, long seed) {
    return new SimulatedJuju(flavour, seed);
  }

  /** Returns the seed, with which everything can be repeated. */
  public long seed() {
    return seed;
  }

  /** Deploys one unit of a charm on a machine, under a name of its own. */
  public SimulatedApplication deploy(String name, CharmUnderTest charm) {
    return deploy(name, charm, false);
  }

  /** Deploys one unit of a charm on Kubernetes, where unit names are used again. */
  public SimulatedApplication deployOnKubernetes(String name, CharmUnderTest charm) {
    return deploy(name, charm, true);
  }

  private SimulatedApplication deploy(String name, CharmUnderTest charm, boolean kubernetes) {
    world.deploy(name, sited(charm), kubernetes);
    return application(name);
  }

  /** Relates two endpoints, such as {@code installer:channel} and {@code panel:channel}. */
  public SimulatedRelation integrate(String left, String right) {
    return new SimulatedRelation(world, world.integrate(left, right, false));
  }

  /**
   * Relates two endpoints as if their applications lived in two models: the providing side sees the
   * other's units under a name that begins with {@code remote-}.
   */
  public SimulatedRelation integrateAcrossModels(String left, String right) {
    return new SimulatedRelation(world, world.integrate(left, right, true));
  }

  /** Returns an application by name. */
  public SimulatedApplication application(String name) {
    return new SimulatedApplication(this, name);
  }

  /** Returns a unit by name, such as {@code panel/0}; it need not exist any more. */
  public SimulatedUnit unit(String name) {
    return new SimulatedUnit(
        world, new UnitSite(name, world.view().flavour(), workspace), workloads);
  }

  /** Returns a relation by its number. */
  public SimulatedRelation relation(int number) {
    return new SimulatedRelation(world, number);
  }

  /** Returns every relation there is, by number. */
  public List<RelationFacts> relations() {
    return world.view().relations();
  }

  /**
   * Adds a secret of a user, which an application can read once it is granted.
   *
   * @param name what the user calls it
   */
  public SimulatedSecret addSecret(String name, Map<String, String> content) {
    return new SimulatedSecret(world, world.userSecrets().add(name, content));
  }

  /** Returns every storage, also what is attached to no unit. */
  public List<StorageFacts> storages() {
    return world.view().storages();
  }

  /** Says which cloud this is, for trusted applications that ask. */
  public SimulatedJuju cloud(CloudInfo cloud) {
    world.cloud(cloud);
    return this;
  }

  /** Returns every secret, of charms and of users, with its content. */
  public List<SecretFacts> secrets() {
    return world.view().secrets();
  }

  /** Returns the only secret with this label; labels are its owner's. */
  public SecretFacts secret(String label) {
    List<SecretFacts> found =
        secrets().stream().filter(secret -> secret.label().equals(label)).toList();
    if (found.size() != 1) {
      throw new ImpossibleWorldException(
          "There are %d secrets with label \"%s\"; there are %s"
              .formatted(found.size(), label, secrets()));
    }
    return found.get(0);
  }

  /**
   * Lets time pass, which makes rotations and expiries due. Nothing else passes the time but hooks,
   * a second each.
   */
  public SimulatedJuju advance(Duration time) {
    world.advance(time);
    return this;
  }

  /** Returns the time in the simulated world. */
  public Instant now() {
    return world.view().now();
  }

  /** Sets model config {@code automatically-retry-hooks}, which is true at first. */
  public SimulatedJuju automaticallyRetryHooks(boolean automatically) {
    world.retryHooks(automatically);
    return this;
  }

  /**
   * Runs hooks in a random order across units until none is due.
   *
   * <p>A failed hook is retried when nothing else is left to do, three times in each call; after
   * that its unit stays in error. Held units run nothing.
   *
   * @return the hooks that were run, in order
   * @throws dev.charmsignals.testkit.world.NeverSettlesException when there is no end in sight,
   *     with the last hooks, which show the circle
   */
  public List<HookRecord> settle() {
    int units = world.view().units().size();
    return settleWithin(LIMIT_PER_UNIT * (units + 1) + LIMIT_PER_PAIR * units * units);
  }

  /** The same, with a limit of one's own to the number of hooks. */
  public List<HookRecord> settleWithin(int hooks) {
    return world.settle(hooks);
  }

  /** Tells somebody of every hook that is run from now on, as soon as it has ended. */
  public SimulatedJuju watch(Consumer<HookRecord> watcher) {
    world.watch(watcher);
    return this;
  }

  /** Returns every hook that was run, in order, with what it read, wrote and logged. */
  public List<HookRecord> hooks() {
    return world.view().hooks();
  }

  /** Returns what {@code juju debug-log} would show. */
  public List<LogRecord> logs() {
    return world.view().logs();
  }

  /** Returns a table like the one of {@code juju status --relations}. */
  public String status() {
    return StatusTable.of(world);
  }

  /** Returns every hook with what it read, wrote and logged, for a person to read. */
  public String timeline() {
    return Timeline.of(world.view().hooks());
  }

  /** Deletes the files of all units. */
  @Override
  public void close() {
    workloads.close();
    workspace.close();
  }

  World world() {
    return world;
  }

  /** Uploads a charm; what the controller has of the same name is numbered. */
  RunnableCharm sited(CharmUnderTest charm) {
    int revision = revisions.merge(charm.metadata().name(), 1, Integer::sum) - 1;
    SitedCharm sited = new SitedCharm(charm, revision, world.view().flavour(), workspace);
    return charm.metadata().containers().isEmpty()
        ? sited
        : new CharmWithWorkloads(sited, workloads);
  }
}
