package dev.charmsignals.postgresqlclient;

import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;

/** What a relation's readiness says to people. */
final class Readings {

  private Readings() {}

  static Status missing(String endpoint) {
    return Status.blocked("missing relation: ".concat(endpoint));
  }

  static Status status(Relation relation, Facts facts) {
    return switch (facts.readiness()) {
      case NO_RELATION -> missing(relation.endpoint());
      case BLOCKED_PROVIDER -> blocked(relation, facts.fatal().orElseThrow());
      case WAITING_REQUEST -> Status.waiting("waiting to ask for a database");
      case WAITING_SUBORDINATE -> waiting(relation, "to be ready");
      case WAITING_CREDENTIALS -> waiting(relation, "to create a user");
      case WAITING_DATABASE -> waiting(relation, "to have a database with the prefix");
      case WAITING_ENDPOINTS -> waiting(relation, "to have a primary");
      case READY -> Status.active();
    };
  }

  private static Status waiting(Relation relation, String what) {
    return Status.waiting(String.join(" ", "waiting for", relation.application(), what));
  }

  private static Status blocked(Relation relation, ProviderStatus status) {
    String text = relation.application().concat(": ").concat(status.message());
    return Status.blocked(
        status.resolution().isEmpty()
            ? text
            : text.concat(" (").concat(status.resolution()).concat(")"));
  }
}
