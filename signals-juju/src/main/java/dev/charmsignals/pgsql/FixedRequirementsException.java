package dev.charmsignals.pgsql;

import dev.charmsignals.CharmSignalsException;

/** A handler asks for a database on an endpoint for which the charm's constructor did already. */
public final class FixedRequirementsException extends CharmSignalsException {

  private final String endpoint;

  FixedRequirementsException(String endpoint) {
    super(
        "What is asked for on \"%s\" is said in the charm's constructor, so a handler cannot ask for"
                .formatted(endpoint)
            + " something else; use always(…) there, or require(…) in handlers, and not both");
    this.endpoint = endpoint;
  }

  /** Returns the endpoint. */
  public String endpoint() {
    return endpoint;
  }
}
