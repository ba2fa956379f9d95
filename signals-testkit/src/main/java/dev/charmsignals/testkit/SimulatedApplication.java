package dev.charmsignals.testkit;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ApplicationFacts;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One application of a {@link SimulatedJuju}: what an operator can do to it and see of it. */
public final class SimulatedApplication {

  private final SimulatedJuju juju;
  private final String name;

  SimulatedApplication(SimulatedJuju juju, String name) {
    this.juju = juju;
    this.name = name;
  }

  /** Returns its name in the model. */
  public String name() {
    return name;
  }

  /** Sets a config option; config-changed is due once, however many are set. */
  public SimulatedApplication config(String option, Object value) {
    juju.world().configure(name, option, value);
    return this;
  }

  /** Sets a config option back to its default. */
  public SimulatedApplication resetConfig(String option) {
    juju.world().resetConfig(name, option);
    return this;
  }

  /** Returns every config option that has a value. */
  public Map<String, Object> config() {
    return facts().config();
  }

  /**
   * Attaches a resource, for resource-get to fetch. Once a unit is installed, upgrade-charm is due.
   */
  public SimulatedApplication resource(String resource, Path file) {
    juju.world().attachResource(name, resource, file);
    return this;
  }

  /** {@code juju trust}: lets its units see the cloud's credential; config-changed is then due. */
  public SimulatedApplication trust() {
    juju.world().trust(name, true);
    return this;
  }

  /** {@code juju trust --remove}. */
  public SimulatedApplication distrust() {
    juju.world().trust(name, false);
    return this;
  }

  /** Adds a unit. */
  public SimulatedUnit addUnit() {
    return juju.unit(juju.world().addUnit(name));
  }

  /** Adds units, or removes those with the highest numbers, until there are so many. */
  public SimulatedApplication scale(int units) {
    List<String> living =
        facts().units().stream()
            .filter(unit -> juju.unit(unit).facts().life().equals("alive"))
            .toList();
    for (int i = living.size(); i < units; i++) {
      addUnit();
    }
    for (int i = living.size() - 1; i >= units; i--) {
      juju.unit(living.get(i)).remove();
    }
    return this;
  }

  /** Removes the application with its relations and units, when their last hooks have run. */
  public void remove() {
    juju.world().removeApplication(name);
  }

  /** Returns whether it is still in the model. */
  public boolean exists() {
    return juju.world().view().application(name).isPresent();
  }

  /** Refreshes it to another revision of its charm; each unit's upgrade-charm is then due. */
  public SimulatedApplication refresh(CharmUnderTest charm) {
    juju.world().refresh(name, juju.sited(charm), false);
    return this;
  }

  /**
   * {@code juju refresh --force-units}: the same, but a unit in error gets the charm at once, is in
   * the same error with it, and is never told by upgrade-charm.
   */
  public SimulatedApplication refreshByForce(CharmUnderTest charm) {
    juju.world().refresh(name, juju.sited(charm), true);
    return this;
  }

  /** Returns the unit that leads, if one does. */
  public Optional<SimulatedUnit> leader() {
    return facts().leader().map(juju::unit);
  }

  /** Makes a unit the leader at once; its predecessor is not told. */
  public SimulatedApplication leader(String unit) {
    juju.world().giveLeadership(unit);
    return this;
  }

  /** Takes the lease away; nobody leads until somebody is made leader. */
  public SimulatedApplication noLeader() {
    juju.world().takeLeadership(name);
    return this;
  }

  /**
   * Lets the lease run out during a hook: the leader's agent still says that it leads, the
   * controller knows better. Nobody leads until somebody is made leader.
   */
  public SimulatedApplication expireLease() {
    juju.world().expireLease(name);
    return this;
  }

  /** Returns its units, in order of number. */
  public List<SimulatedUnit> units() {
    return facts().units().stream().map(juju::unit).toList();
  }

  /** Returns what the leader says of the whole; both parts are empty if it said nothing. */
  public WorkloadStatus status() {
    return facts().status();
  }

  /** Returns the workload's version, or the empty string. */
  public String version() {
    return facts().version();
  }

  private ApplicationFacts facts() {
    return juju.world()
        .view()
        .application(name)
        .orElseThrow(
            () -> new ImpossibleWorldException("There is no application \"%s\"".formatted(name)));
  }
}
