package dev.charmsignals.testkit.world;

import java.util.SortedMap;
import java.util.TreeMap;

/** What happens in the containers of pods. */
public final class Pods {

  private final Model model;

  Pods(Model model) {
    this.model = model;
  }

  /** Returns whether the containers of a unit can be reached, by name. */
  public SortedMap<String, Boolean> containers(String unit) {
    UnitContainers containers = model.requireUnit(unit).containers();
    SortedMap<String, Boolean> reachable = new TreeMap<>();
    containers.names().forEach(name -> reachable.put(name, containers.canConnect(name)));
    return reachable;
  }

  /** Makes a container reachable, which makes its pebble-ready due, or not reachable. */
  public void connect(String unit, String container, boolean up) {
    model.requireUnit(unit).containers().connect(container, up);
  }

  /** Leaves a notice in a container. */
  public void notify(String unit, String container, String type, String key) {
    model.requireUnit(unit).containers().notify(container, type, key);
  }

  /** Tells of a notice that a container's Pebble has numbered. */
  public void notify(String unit, String container, String id, String type, String key) {
    model.requireUnit(unit).containers().notify(container, id, type, key);
  }

  /** Lets a health check of a container fail for long enough, or recover. */
  public void check(String unit, String container, String check, boolean failed) {
    model.requireUnit(unit).containers().check(container, check, failed);
  }
}
