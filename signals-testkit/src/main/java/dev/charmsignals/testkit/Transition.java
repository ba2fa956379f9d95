package dev.charmsignals.testkit;

import dev.charmsignals.testkit.pebble.SimulatedPebble;
import dev.charmsignals.testkit.state.ContainerState;
import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.StorageState;
import dev.charmsignals.testkit.state.WorldState;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.ResourceSpec;
import dev.charmsignals.testkit.world.RunnableCharm;
import dev.charmsignals.testkit.world.Scene;
import dev.charmsignals.testkit.world.StorageSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tests a charm one event at a time: a world in, one event, a world out.
 *
 * <p>The world is that of {@link SimulatedJuju}, set up from a {@link WorldState} for one hook,
 * with others that do nothing. A state that Juju could not have produced is refused, with
 * everything that is wrong with it. Used by one thread; runs do not know of each other.
 */
public final class Transition implements AutoCloseable {

  private static final long SEED = 1;

  private final CharmUnderTest charm;
  private final JujuFlavour flavour;
  private final Workspace workspace = new Workspace();
  private final Map<String, HookProgram> unpacked = new HashMap<>();
  private final Map<String, SimulatedPebble> pebbles = new HashMap<>();

  private Transition(CharmUnderTest charm, JujuFlavour flavour) {
    this.charm = charm;
    this.flavour = flavour;
    // Files are few and small, so a test that keeps a transition in a field need not close it.
    Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "files of a transition"));
  }

  /** Returns the transitions of a charm in Juju 4. */
  public static Transition of(CharmUnderTest charm) {
    return of(charm, JujuFlavour.JUJU_4);
  }

  /** Returns the transitions of a charm in a Juju of one's choice. */
  public static Transition of(CharmUnderTest charm, JujuFlavour flavour) {
    return new Transition(charm, flavour);
  }

  /**
   * Returns the state to begin with: the first unit of an application that is named like the charm,
   * with the storage that it cannot be without, in a pod if the charm declares containers, all of
   * which can be reached.
   */
  public WorldState state() {
    CharmMetadata metadata = charm.metadata();
    WorldState state = WorldState.of(metadata.name() + "/0");
    int index = 0;
    for (StorageSpec spec : metadata.storages().values()) {
      for (int i = 0; i < spec.least(); i++) {
        state = state.storage(new StorageState(spec.name(), index++));
      }
    }
    for (String container : metadata.containers()) {
      state = state.kubernetes(true).container(container, true);
    }
    return state;
  }

  /**
   * Lets one event happen. One of a health check needs that check in the plan of {@link #pebble},
   * to which a former run of the charm, or the test, has added a layer.
   *
   * @throws dev.charmsignals.testkit.world.ImpossibleWorldException if Juju could not have produced
   *     the state, or the event in it
   */
  public Outcome run(Event event, WorldState state) {
    Map<String, Set<String>> checks = new HashMap<>();
    for (ContainerState container : state.containers()) {
      SimulatedPebble pebble = pebble(state.unit(), container.name());
      if (container.canConnect()) {
        pebble.start();
      } else {
        pebble.stop();
      }
      checks.put(container.name(), pebble.checks());
    }
    Scene.Played played = Scene.play(new Unpacked(), flavour, SEED, state, checks, event);
    return new Outcome(played.after(), played.run(), played.action());
  }

  /**
   * Returns the Pebble of a container of the first unit, to say beforehand what it knows and to see
   * afterwards what the charm did. It remembers from run to run, unless a state says in between
   * that it cannot be reached; and it listens when a run begins.
   */
  public SimulatedPebble pebble(String container) {
    return pebble(charm.metadata().name() + "/0", container);
  }

  private SimulatedPebble pebble(String unit, String container) {
    UnitSite site = new UnitSite(unit, flavour, workspace);
    return pebbles.computeIfAbsent(
        unit + " " + container,
        name -> SimulatedPebble.at(site.pebbleSocket(container), site.pebbleRoot(container)));
  }

  /** Deletes the files of the charm, which otherwise go when the tests end. */
  @Override
  public void close() {
    pebbles.values().forEach(SimulatedPebble::close);
    workspace.close();
    unpacked.clear();
  }

  /** The charm, which is unpacked once for each unit's name. */
  private final class Unpacked implements RunnableCharm {

    private final SitedCharm sited = new SitedCharm(charm, 0, flavour, workspace);

    @Override
    public CharmMetadata metadata() {
      return charm.metadata();
    }

    @Override
    public HookProgram unpack(String unit) {
      return unpacked.computeIfAbsent(unit, sited::unpack);
    }

    @Override
    public String storageLocation(String unit, String storage, String wanted) {
      return sited.storageLocation(unit, storage, wanted);
    }

    @Override
    public Path fetch(String unit, ResourceSpec resource, Path file) {
      return sited.fetch(unit, resource, file);
    }
  }
}
