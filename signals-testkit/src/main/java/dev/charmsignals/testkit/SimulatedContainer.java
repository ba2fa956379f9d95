package dev.charmsignals.testkit;

import dev.charmsignals.testkit.pebble.SimulatedPebble;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * One container of a unit on Kubernetes: whether the charm can reach its Pebble, and what that
 * tells the charm.
 *
 * <p>From the beginning it can be reached, so its pebble-ready comes at some time after install.
 */
public final class SimulatedContainer {

  private final World world;
  private final UnitSite site;
  private final Workloads workloads;
  private final String name;

  SimulatedContainer(World world, UnitSite site, Workloads workloads, String name) {
    this.world = world;
    this.site = site;
    this.workloads = workloads;
    this.name = name;
    SortedMap<String, Boolean> containers = world.pods().containers(site.unit());
    if (!containers.containsKey(name)) {
      throw new ImpossibleWorldException(
          "\"%s\" has no container \"%s\"; it has %s%s"
              .formatted(
                  site.unit(),
                  name,
                  containers.keySet(),
                  containers.isEmpty() ? ", and units on machines never have one" : ""));
    }
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the path of the socket that its Pebble listens at while it is up. */
  public Path socket() {
    return site.pebbleSocket(name);
  }

  /**
   * Returns its Pebble, to say what its programs and services do, and to look at the plan, the
   * services and the files. It stops with the container, and forgets layers and what runs; files
   * stay, as if all of them were in a storage.
   */
  public SimulatedPebble pebble() {
    return workloads.pebble(site, name);
  }

  /** Returns whether its Pebble can be reached. */
  public boolean canConnect() {
    return world.pods().containers(site.unit()).getOrDefault(name, false);
  }

  /** Makes its Pebble reachable, as when it starts; pebble-ready is then due. */
  public SimulatedContainer connect() {
    return connect(true);
  }

  /** Makes its Pebble unreachable, as when it stops, with everything it had to tell. */
  public SimulatedContainer disconnect() {
    return connect(false);
  }

  private SimulatedContainer connect(boolean up) {
    world.pods().connect(site.unit(), name, up);
    pebble(); // which begins or ceases to listen
    return this;
  }

  /** Stops it and starts it again. */
  public SimulatedContainer restart() {
    return disconnect().connect();
  }

  /** Leaves a notice in it, as {@code pebble notify} does; pebble-custom-notice is then due. */
  public SimulatedContainer customNotice(String key) {
    return customNotice(key, Map.of());
  }

  /** Leaves a notice with data in it, as {@code pebble notify} does. */
  public SimulatedContainer customNotice(String key, Map<String, String> data) {
    return happen(pebble -> pebble.notify(key, data));
  }

  /**
   * Lets a health check of its plan reach its threshold; pebble-check-failed is then due.
   *
   * @throws ImpossibleWorldException when no layer that a charm added has such a check
   */
  public SimulatedContainer failCheck(String check) {
    return happen(pebble -> pebble.failCheck(check));
  }

  /** Lets a health check of its plan succeed again; pebble-check-recovered is then due. */
  public SimulatedContainer recoverCheck(String check) {
    return happen(pebble -> pebble.recoverCheck(check));
  }

  private SimulatedContainer happen(Consumer<SimulatedPebble> happening) {
    if (!canConnect()) {
      throw new ImpossibleWorldException(
          "Container \"%s\" cannot be reached, so nobody hears of what happens in it"
              .formatted(name));
    }
    try {
      happening.accept(pebble());
    } catch (IllegalStateException e) {
      throw new ImpossibleWorldException(String.valueOf(e.getMessage()));
    }
    workloads.drain(site.unit());
    return this;
  }
}
