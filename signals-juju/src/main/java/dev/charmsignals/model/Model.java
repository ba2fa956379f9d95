package dev.charmsignals.model;

import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.hook.JujuVersion;
import dev.charmsignals.hooktools.CloudSpec;
import dev.charmsignals.hooktools.GoalState;
import dev.charmsignals.hooktools.NetworkInfo;
import java.util.Optional;

/**
 * The model that this unit is in: what its environment tells, and what few hooks ask for.
 *
 * <p>Getting one of its parts asks Juju nothing, and is the same object all through a hook.
 */
public final class Model {

  private final HookSession session;
  private final HookEnvironment environment;

  Model(HookSession session) {
    this.session = session;
    this.environment = session.environment();
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
    return environment.isKubernetes();
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

  /**
   * Returns the secrets that this unit reads or owns.
   *
   * @throws dev.charmsignals.hook.MissingFeatureException when this Juju has no secrets
   */
  public Secrets secrets() {
    return session.parts().secrets();
  }

  /** Returns the storage of this unit. */
  public Storages storages() {
    return session.parts().storages();
  }

  /** Returns the files that operators attach to the charm. */
  public Resources resources() {
    return session.parts().resources();
  }

  /**
   * Returns the action that runs.
   *
   * @throws RefusedDeedException when this is the hook of something else
   */
  public Action action() {
    return session.parts().action();
  }

  /**
   * Returns how this unit is reached, and reaches others, through an endpoint or extra binding;
   * asked at each call. {@link Relation#network} is for one relation.
   */
  public NetworkInfo network(String binding) {
    return session.tools().network().get(binding);
  }

  /** Returns what the model is heading for, whatever has happened of it yet; asked at each call. */
  public GoalState goalState() {
    return session.tools().model().goalState();
  }

  /**
   * Returns the cloud that the model is in and how to log in to it; asked at each call.
   *
   * @throws RefusedDeedException when no operator has trusted the application with that
   */
  public CloudSpec cloud() {
    return CloudAccess.read(session);
  }
}
