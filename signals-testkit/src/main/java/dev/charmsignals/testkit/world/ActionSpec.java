package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action that a charm declares.
 *
 * @param name its name
 * @param description what it is for, or the empty string
 * @param parameters the JSON schema of each parameter, by name
 * @param required the parameters that an operator must give
 * @param additional whether others are let through; where the charm is silent, Juju 3 says yes and
 *     Juju 4 no
 */
public record ActionSpec(
    String name,
    String description,
    Map<String, Object> parameters,
    List<String> required,
    Optional<Boolean> additional) {

  /** Copies what it is given. */
  public ActionSpec {
    parameters = Map.copyOf(parameters);
    required = List.copyOf(required);
  }

  /** Returns the parameters with what is missing filled in where there is a default. */
  Map<String, Object> withDefaults(Map<String, Object> given) {
    return ActionSchema.withDefaults(parameters, given);
  }

  /** Returns what is wrong with parameters in Juju's words; empty if nothing is. */
  Optional<String> refusal(Map<String, Object> given, JujuFlavour flavour) {
    List<String> complaints = new ArrayList<>();
    ActionSchema schema = new ActionSchema(complaints);
    boolean open = additional.orElse(flavour != JujuFlavour.JUJU_4);
    schema.checkObject("(root)", parameters, required, open, given);
    return complaints.isEmpty()
        ? Optional.empty()
        : Optional.of("validation failed: " + String.join("; ", complaints));
  }
}
