package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.World;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * One container of a unit on Kubernetes: whether the charm can reach its Pebble, and what that
 * tells the charm.
 *
 * <p>From the beginning it can be reached, so its pebble-ready comes at some time after install.
 */
public final class SimulatedContainer {

  private final World world;
  private final UnitSite site;
  private final String name;

  SimulatedContainer(World world, UnitSite site, String name) {
    this.world = world;
    this.site = site;
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

  /** Returns the path of the socket that its Pebble would listen at. */
  public Path socket() {
    return site.pebbleSocket(name);
  }

  /** Returns whether its Pebble can be reached. */
  public boolean canConnect() {
    return world.pods().containers(site.unit()).getOrDefault(name, false);
  }

  /** Makes its Pebble reachable, as when it starts; pebble-ready is then due. */
  public SimulatedContainer connect() {
    world.pods().connect(site.unit(), name, true);
    return this;
  }

  /** Makes its Pebble unreachable, as when it stops, with everything it had to tell. */
  public SimulatedContainer disconnect() {
    world.pods().connect(site.unit(), name, false);
    return this;
  }

  /** Stops it and starts it again. */
  public SimulatedContainer restart() {
    return disconnect().connect();
  }

  /** Leaves a notice in it, as {@code pebble notify} does; pebble-custom-notice is then due. */
  public SimulatedContainer customNotice(String key) {
    world.pods().notify(site.unit(), name, "custom", key);
    return this;
  }

  /** Lets a health check reach its threshold; pebble-check-failed is then due. */
  public SimulatedContainer failCheck(String check) {
    world.pods().check(site.unit(), name, check, true);
    return this;
  }

  /** Lets a health check succeed again; pebble-check-recovered is then due. */
  public SimulatedContainer recoverCheck(String check) {
    world.pods().check(site.unit(), name, check, false);
    return this;
  }
}
