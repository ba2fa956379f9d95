package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.World;
import java.util.Map;
import java.util.SortedMap;

/** One relation of a {@link SimulatedJuju}. */
public final class SimulatedRelation {

  private final World world;
  private final int number;

  SimulatedRelation(World world, int number) {
    this.world = world;
    this.number = number;
  }

  /** Returns Juju's number of it, which is never used again. */
  public int number() {
    return number;
  }

  /** Returns whether it is still in the model. */
  public boolean exists() {
    return world.view().relation(number).isPresent();
  }

  /** Returns the databag of a unit or an application, as the controller has it. */
  public SortedMap<String, String> bag(String owner) {
    return world.view().bag(number, owner);
  }

  /** Changes a databag behind its owner's back; the empty string deletes a key. */
  public SimulatedRelation tamper(String owner, Map<String, String> changes) {
    world.tamper(number, owner, changes);
    return this;
  }

  /** Makes a databag hold exactly this, as when somebody restores an old copy. */
  public SimulatedRelation restore(String owner, Map<String, String> content) {
    world.restore(number, owner, content);
    return this;
  }

  /** Removes it; units depart and leave with their next hooks. */
  public SimulatedRelation remove() {
    world.removeRelation(number);
    return this;
  }

  /** Removes it at once, without any hook. */
  public void removeByForce() {
    world.removeRelationByForce(number);
  }

  /** Suspends it: units leave as if it were removed. */
  public SimulatedRelation suspend() {
    world.suspend(number, true);
    return this;
  }

  /** Resumes it: units enter it anew, under the same number. */
  public SimulatedRelation resume() {
    world.suspend(number, false);
    return this;
  }
}
