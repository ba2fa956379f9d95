package dev.charmsignals.name;

import dev.charmsignals.CharmSignalsException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The charm names an endpoint that its metadata does not declare, or not as it is used. */
public final class UndeclaredEndpointException extends CharmSignalsException {

  private final String endpoint;
  private final List<String> declared;
  private final @Nullable String nearest;

  UndeclaredEndpointException(String endpoint, List<String> declared) {
    this(
        endpoint,
        declared,
        undeclared(endpoint, declared)
            + "\nTo declare it, add it under provides, requires or peers, for example:\n"
            + lines(endpoint, "requires", "signals"));
  }

  UndeclaredEndpointException(
      String endpoint, List<String> declared, String section, String interfaceName) {
    this(
        endpoint,
        declared,
        (declared.contains(endpoint)
                ? "Endpoint \"%s\" is not declared under %s with the interface %s"
                    .formatted(endpoint, section, interfaceName)
                : undeclared(endpoint, declared))
            + "\nTo declare it:\n"
            + lines(endpoint, section, interfaceName));
  }

  private UndeclaredEndpointException(String endpoint, List<String> declared, String message) {
    super(message);
    this.endpoint = endpoint;
    this.declared = List.copyOf(declared);
    this.nearest = declared.contains(endpoint) ? null : NearMiss.nearest(endpoint, declared);
  }

  private static String undeclared(String endpoint, List<String> declared) {
    String nearest = NearMiss.nearest(endpoint, declared);
    return "Endpoint \"%s\" is not declared in the charm's metadata, which declares %s%s"
        .formatted(
            endpoint,
            declared.isEmpty() ? "none" : "\"" + String.join("\", \"", declared) + "\"",
            nearest == null ? "" : "; did you mean \"" + nearest + "\"?");
  }

  private static String lines(String endpoint, String section, String interfaceName) {
    String name = EndpointName.isWellFormed(endpoint) ? endpoint : "channel";
    return "%s:\n  %s:\n    interface: %s".formatted(section, name, interfaceName);
  }

  /** Returns the name that the charm used. */
  public String endpoint() {
    return endpoint;
  }

  /** Returns the names that the metadata declares. */
  public List<String> declared() {
    return declared;
  }

  /** Returns the declared name that was probably meant. */
  public Optional<String> nearest() {
    return Optional.ofNullable(nearest);
  }
}
