package dev.charmsignals.hook;

import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of one hook's process, read and checked once. Immutable.
 *
 * <p>Juju sets some variables to nothing instead of leaving them out (contract §1.4), so here an
 * empty variable is an absent one.
 */
public final class HookEnvironment {

  /**
   * Names the hook where Juju does not: a {@code hooks/<name>} script of a charm without {@code
   * dispatch} sets it to its own path, as in {@code CHARM_SIGNALS_HOOK="$0" exec java ...}.
   */
  public static final String LEGACY_HOOK = "CHARM_SIGNALS_HOOK";

  private final Map<String, String> variables;
  private final Hook hook;
  private final UnitName unit;
  private final Optional<RelationId> relation;
  private final Optional<UnitName> remoteUnit;
  private final Optional<UnitName> departingUnit;

  private HookEnvironment(Map<String, String> variables) {
    this.variables = variables;
    this.hook = Hook.parse(HookName.of(variables));
    Optional<UnitName> self = unit("JUJU_UNIT_NAME");
    if (self.isEmpty()) {
      throw new EnvironmentException("JUJU_UNIT_NAME", "is not set; Juju always sets it");
    }
    this.unit = self.get();
    // Other hooks are ignored, so whatever is odd about their relation must not fail them.
    this.relation = hook instanceof RelationHook named ? relation(named) : Optional.empty();
    this.remoteUnit = relation.isEmpty() ? Optional.empty() : unit("JUJU_REMOTE_UNIT");
    this.departingUnit = relation.isEmpty() ? Optional.empty() : unit("JUJU_DEPARTING_UNIT");
  }

  /**
   * Reads the variables that Juju sets.
   *
   * @throws EnvironmentException when they name no hook or unit, or hold something unreadable
   */
  public static HookEnvironment of(Map<String, String> variables) {
    Map<String, String> set = new HashMap<>();
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      if (!variable.getValue().isEmpty()) {
        set.put(variable.getKey(), variable.getValue());
      }
    }
    return new HookEnvironment(set);
  }

  /** Returns the hook that Juju runs. */
  public Hook hook() {
    return hook;
  }

  /** Returns this unit's name. */
  public UnitName unit() {
    return unit;
  }

  /** Returns the relation of a relation hook; empty in any other hook. */
  public Optional<RelationId> relation() {
    return relation;
  }

  /** Returns the remote unit that a relation hook is about; empty when it is about none. */
  public Optional<UnitName> remoteUnit() {
    return remoteUnit;
  }

  /** Returns the remote application of a relation hook; may be empty in a broken hook. */
  public Optional<String> remoteApplication() {
    return relation.isEmpty() ? Optional.empty() : variable("JUJU_REMOTE_APP");
  }

  /** Returns the unit that leaves in a departed hook, which may be this one. */
  public Optional<UnitName> departingUnit() {
    return departingUnit;
  }

  /** Returns the model's name. */
  public Optional<String> modelName() {
    return variable("JUJU_MODEL_NAME");
  }

  /** Returns the model's UUID. */
  public Optional<String> modelUuid() {
    return variable("JUJU_MODEL_UUID");
  }

  /** Returns the agent's version; empty when Juju does not say, or not in a form that is known. */
  public Optional<JujuVersion> jujuVersion() {
    String version = variables.get("JUJU_VERSION");
    return version == null ? Optional.empty() : JujuVersion.find(version);
  }

  /** Returns the id of this run of the hook; opaque, and different when the hook is retried. */
  public Optional<String> contextId() {
    return variable("JUJU_CONTEXT_ID");
  }

  /** Returns the directory that the charm was unpacked to. */
  public Optional<String> charmDirectory() {
    Optional<String> directory = variable("JUJU_CHARM_DIR");
    return directory.isPresent() ? directory : variable("CHARM_DIR");
  }

  /** Returns whether the unit runs on Kubernetes, where it has no machine (contract §1.4). */
  public boolean isKubernetes() {
    return variable("JUJU_MACHINE_ID").isEmpty();
  }

  /**
   * Returns a variable that Juju sets in the kind of hook that runs.
   *
   * @throws EnvironmentException when it is absent
   */
  public String required(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new EnvironmentException(name, "is not set; Juju sets it in " + hook.hookName());
    }
    return value;
  }

  /**
   * Returns a number that Juju sets in the kind of hook that runs.
   *
   * @throws EnvironmentException when it is absent, or no number
   */
  public int requiredNumber(String name) {
    try {
      return Integer.parseInt(required(name));
    } catch (NumberFormatException e) {
      throw new EnvironmentException(name, e);
    }
  }

  /** Returns any variable of the environment; an empty one is absent. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  // Plain conditions instead of Optional's lambdas: a JVM pays for its first lambda in every hook.
  private Optional<UnitName> unit(String variable) {
    String text = variables.get(variable);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new UnitName(text));
    } catch (IllegalArgumentException e) {
      throw new EnvironmentException(variable, e);
    }
  }

  private Optional<RelationId> relation(RelationHook named) {
    String variable = "JUJU_RELATION_ID";
    String text = variables.get(variable);
    if (text == null) {
      throw new EnvironmentException(variable, "is not set; Juju sets it in every relation hook");
    }
    try {
      RelationId id = RelationId.parse(text);
      if (!id.endpoint().isEmpty()) {
        return Optional.of(id);
      }
      String endpoint = variables.getOrDefault("JUJU_RELATION", named.endpoint());
      return Optional.of(new RelationId(endpoint, id.number()));
    } catch (IllegalArgumentException e) {
      throw new EnvironmentException(variable, e);
    }
  }
}
