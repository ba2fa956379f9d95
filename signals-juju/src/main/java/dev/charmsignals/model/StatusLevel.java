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

  /**
   * Returns how bad it is for one of several duties of a unit, from 0: {@link #UNKNOWN}, {@link
   * #ACTIVE}, {@link #MAINTENANCE}, {@link #WAITING}, {@link #BLOCKED}, {@link #ERROR}.
   *
   * <p>Differs from the order in one place. A duty at maintenance gets on by itself, one that waits
   * depends on somebody else, so it is the one to show.
   */
  public int severity() {
    return this == WAITING ? 3 : this == MAINTENANCE ? 2 : ordinal();
  }

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
