package dev.charmsignals.charm;

import dev.charmsignals.CharmSignalsException;

/** Two parts of a charm would write to the bags of one endpoint; thrown at start-up. */
public final class EndpointTakenException extends CharmSignalsException {

  private final String endpoint;

  EndpointTakenException(String endpoint) {
    super(
        "Endpoint \"%s\" carries signals of one format already, and its other side would take those"
                .formatted(endpoint)
            + " of another for its own; declare an endpoint for each, such as \"%s-old\""
                .formatted(endpoint));
    this.endpoint = endpoint;
  }

  /** Returns the endpoint. */
  public String endpoint() {
    return endpoint;
  }
}
