package dev.charmsignals.name;

import dev.charmsignals.CharmSignalsException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The charm names an endpoint that its metadata does not declare. */
public final class UndeclaredEndpointException extends CharmSignalsException {

  private final String endpoint;
  private final List<String> declared;
  private final @Nullable String nearest;

  UndeclaredEndpointException(String endpoint, List<String> declared) {
    this(endpoint, declared, NearMiss.nearest(endpoint, declared));
  }

  private UndeclaredEndpointException(
      String endpoint, List<String> declared, @Nullable String nearest) {
    super(message(endpoint, declared, nearest));
    this.endpoint = endpoint;
    this.declared = List.copyOf(declared);
    this.nearest = nearest;
  }

  private static String message(String endpoint, List<String> declared, @Nullable String nearest) {
    return "Endpoint \"%s\" is not declared in the charm's metadata, which declares %s%s%s"
        .formatted(
            endpoint,
            declared.isEmpty() ? "none" : "\"" + String.join("\", \"", declared) + "\"",
            nearest == null ? "" : "; did you mean \"" + nearest + "\"?",
            linesToAdd(endpoint));
  }

  private static String linesToAdd(String endpoint) {
    String name = EndpointName.isWellFormed(endpoint) ? endpoint : "channel";
    return """

    To declare it, add it under provides, requires or peers, for example:
    requires:
      %s:
        interface: signals\
    """
        .formatted(name);
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
