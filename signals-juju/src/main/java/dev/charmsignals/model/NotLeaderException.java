package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.name.UnitName;

/** This unit tried what only the leader of its application may do. */
public final class NotLeaderException extends CharmSignalsException {

  private final UnitName unit;
  private final String deed;

  /** Creates it for parts that set statuses for others; says what only a leader may do. */
  public NotLeaderException(UnitName unit, String deed) {
    super(
        "%s is not the leader, and only the leader may %s; ask isLeader() first"
            .formatted(unit, deed));
    this.unit = unit;
    this.deed = deed;
  }

  /** Returns this unit. */
  public UnitName unit() {
    return unit;
  }

  /** Returns what it tried, such as {@code set the application's status}. */
  public String deed() {
    return deed;
  }
}
