package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.name.UnitName;

/**
 * The charm tried what Juju does not let this unit do, here or now. Thrown before Juju is asked
 * wherever that can be known, because Juju's own message would not say why.
 */
public final class RefusedDeedException extends CharmSignalsException {

  private final UnitName unit;
  private final String deed;
  private final String reason;
  private final String wayOut;

  RefusedDeedException(UnitName unit, String deed, String reason, String wayOut) {
    super("%s may not %s: %s. %s".formatted(unit, deed, reason, wayOut));
    this.unit = unit;
    this.deed = deed;
    this.reason = reason;
    this.wayOut = wayOut;
  }

  RefusedDeedException(UnitName unit, String deed, String reason, String wayOut, Throwable cause) {
    this(unit, deed, reason, wayOut);
    initCause(cause);
  }

  /** Returns this unit. */
  public UnitName unit() {
    return unit;
  }

  /** Returns what it tried, such as {@code reboot}. */
  public String deed() {
    return deed;
  }

  /** Returns why that is refused. */
  public String reason() {
    return reason;
  }

  /** Returns what the charm can do instead. */
  public String wayOut() {
    return wayOut;
  }
}
