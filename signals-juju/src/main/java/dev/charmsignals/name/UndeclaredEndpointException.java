package dev.charmsignals.name;

import dev.charmsignals.CharmSignalsException;
import java.util.List;

/** The charm names an endpoint that its metadata does not declare. */
public final class UndeclaredEndpointException extends CharmSignalsException {

  private final String endpoint;
  private final List<String> declared;

  UndeclaredEndpointException(String endpoint, List<String> declared) {
    super(
        "Endpoint \"%s\" is not declared in the charm's metadata, which declares %s"
            .formatted(
                endpoint,
                declared.isEmpty()
                    ? "none; add it under provides, requires or peers"
                    : "\"" + String.join("\", \"", declared) + "\""));
    this.endpoint = endpoint;
    this.declared = List.copyOf(declared);
  }

  /** Returns the name that the charm used. */
  public String endpoint() {
    return endpoint;
  }

  /** Returns the names that the metadata declares. */
  public List<String> declared() {
    return declared;
  }
}
