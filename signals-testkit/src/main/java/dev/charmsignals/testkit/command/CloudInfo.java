package dev.charmsignals.testkit.command;

import java.util.Map;

/**
 * The cloud of a model and how to log in to it.
 *
 * @param type such as {@code lxd} or {@code kubernetes}
 * @param name its name in the controller
 * @param region the model's region
 * @param endpoint where its interface is
 * @param authType such as {@code certificate}
 * @param attributes what logging in needs
 */
public record CloudInfo(
    String type,
    String name,
    String region,
    String endpoint,
    String authType,
    Map<String, String> attributes) {

  /** Copies the attributes. */
  public CloudInfo {
    attributes = Map.copyOf(attributes);
  }

  /** Returns everything but the values of the attributes. */
  @Override
  public String toString() {
    return "%s cloud \"%s\", region %s at %s, %s with %s"
        .formatted(
            type, name, region, endpoint, authType, attributes.keySet().stream().sorted().toList());
  }
}
