package dev.charmsignals.testkit;

import dev.charmsignals.testkit.pebble.PebbleEvent;
import dev.charmsignals.testkit.pebble.SimulatedPebble;
import dev.charmsignals.testkit.world.HookExit;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.RunningHook;
import dev.charmsignals.testkit.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Pebbles of all units: each listens while the world says that its container is up, and the
 * world hears what they have to tell.
 *
 * <p>Used by the world's thread, between hooks; a charm in a hook meets the Pebbles themselves.
 */
final class Workloads implements AutoCloseable {

  private final World world;
  private final SortedMap<String, SortedMap<String, SimulatedPebble>> pebbles = new TreeMap<>();

  Workloads(World world) {
    this.world = world;
  }

  /** Returns the Pebble of a container, which listens if the container is up. */
  SimulatedPebble pebble(UnitSite site, String container) {
    Path socket = site.pebbleSocket(container);
    Path root = site.pebbleRoot(container); // which is not there any more in another pod
    SimulatedPebble pebble =
        pebbles
            .computeIfAbsent(site.unit(), unit -> new TreeMap<>())
            .computeIfAbsent(container, name -> SimulatedPebble.at(socket, root));
    return world.pods().containers(site.unit()).getOrDefault(container, false)
        ? pebble.start()
        : pebble.stop();
  }

  /** A unit has another pod: its Pebbles have forgotten what they know in memory. */
  void replace(String unit) {
    pebbles.getOrDefault(unit, new TreeMap<>()).values().forEach(SimulatedPebble::stop);
  }

  /** Hands over to the world what a unit's Pebbles have to tell. */
  void drain(String unit) {
    pebbles
        .getOrDefault(unit, new TreeMap<>())
        .forEach(
            (container, pebble) ->
                pebble.takeEvents().forEach(event -> tell(unit, container, event)));
  }

  private void tell(String unit, String container, PebbleEvent event) {
    if (!world.pods().containers(unit).getOrDefault(container, false)) {
      return; // what it had to tell went with it
    }
    if (event instanceof PebbleEvent.CustomNotice notice) {
      world.pods().notify(unit, container, notice.id(), "custom", notice.key());
    } else if (event instanceof PebbleEvent.CheckFailed failed) {
      world.pods().check(unit, container, failed.check(), true);
    } else if (event instanceof PebbleEvent.CheckRecovered recovered) {
      world.pods().check(unit, container, recovered.check(), false);
    }
  }

  /** Returns a unit's program, which finds the Pebbles of its pod when it runs. */
  HookProgram around(HookProgram program, UnitSite site) {
    return new InPod(this, program, site);
  }

  private void listen(UnitSite site) {
    for (Map.Entry<String, Boolean> container : world.pods().containers(site.unit()).entrySet()) {
      pebble(site, container.getKey());
    }
  }

  @Override
  public void close() {
    pebbles.values().forEach(pod -> pod.values().forEach(SimulatedPebble::close));
  }

  private record InPod(Workloads workloads, HookProgram program, UnitSite site)
      implements HookProgram {

    @Override
    public HookExit run(RunningHook hook) {
      workloads.listen(site);
      try {
        return program.run(hook);
      } finally {
        workloads.drain(site.unit());
      }
    }

    @Override
    public boolean startsProcesses() {
      return program.startsProcesses();
    }
  }
}
