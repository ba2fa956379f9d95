package dev.charmsignals.model;

import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.hook.JujuVersion;
import java.util.Optional;

/** The model that this unit is in, as its environment tells; asks Juju nothing. */
public final class Model {

  private final HookEnvironment environment;

  Model(HookEnvironment environment) {
    this.environment = environment;
  }

  /** Returns the model's name. */
  public Optional<String> name() {
    return environment.modelName();
  }

  /** Returns the model's UUID. */
  public Optional<String> uuid() {
    return environment.modelUuid();
  }

  /** Returns the version of this unit's agent; empty when Juju does not say. */
  public Optional<JujuVersion> jujuVersion() {
    return environment.jujuVersion();
  }

  /** Returns the machine this unit is on, such as {@code 3} or {@code 3/lxd/0}. */
  public Optional<String> machine() {
    return environment.variable("JUJU_MACHINE_ID");
  }

  /** Returns whether the unit is a pod, which is on no machine of Juju's. */
  public boolean isKubernetes() {
    return machine().isEmpty();
  }

  /** Returns the availability zone of the unit's machine. */
  public Optional<String> availabilityZone() {
    return environment.variable("JUJU_AVAILABILITY_ZONE");
  }

  /** Returns whether this Juju can do something; one that does not say its version is taken to. */
  public boolean has(JujuFeature feature) {
    Optional<JujuVersion> version = jujuVersion();
    return version.isEmpty() || feature.isIn(version.get());
  }

  /**
   * Checks that this Juju can do something.
   *
   * @throws dev.charmsignals.hook.MissingFeatureException when it cannot, naming what it takes
   */
  public void require(JujuFeature feature) {
    feature.requireIn(jujuVersion());
  }
}
