package dev.charmsignals.model;

/**
 * How much a status wants a person's attention, least first; {@code compareTo} is the order.
 *
 * <p>The order is the one by which collect-status chooses: of several candidates the most urgent is
 * shown.
 */
public enum StatusLevel {
  /** Nothing is known; never set by a charm, and what {@code terminated} counts as. */
  UNKNOWN,
  /** The workload runs. */
  ACTIVE,
  /** Something else has to happen first. */
  WAITING,
  /** The charm is at work. */
  MAINTENANCE,
  /** A person has to do something. */
  BLOCKED,
  /** A hook failed; set by Juju itself, never by a charm. */
  ERROR;

  /** Returns the level of Juju's word for a status; any other word is {@link #UNKNOWN}. */
  public static StatusLevel of(String word) {
    return switch (word) {
      case "active" -> ACTIVE;
      case "waiting" -> WAITING;
      case "maintenance" -> MAINTENANCE;
      case "blocked" -> BLOCKED;
      case "error" -> ERROR;
      default -> UNKNOWN;
    };
  }
}
