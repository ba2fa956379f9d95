package dev.charmsignals.reconciler;

import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.model.Status;
import java.util.List;
import java.util.Optional;

/** Something that a component needs is not there, and the status that says so; authors throw it. */
public class StatusException extends CharmSignalsException {

  private final transient Status status;

  /**
   * Creates it from the status to be shown.
   *
   * @throws IllegalArgumentException when that is active, which no failure is
   */
  public StatusException(Status status) {
    super(status.message());
    this.status = requireTrouble(status);
  }

  /** Creates it with the failure that caused it. */
  public StatusException(Status status, Throwable cause) {
    super(status.message(), cause);
    this.status = requireTrouble(status);
  }

  /** Returns the status to be shown. */
  public final Status status() {
    return status;
  }

  /**
   * Returns the one to show of several failures: the first that is blocked, or else the last that
   * is waiting. Failures that carry no status do not count.
   */
  public static Optional<StatusException> firstWorst(List<? extends Throwable> failures) {
    Optional<StatusException> waiting = Optional.empty();
    for (Throwable failure : failures) {
      if (failure instanceof StatusException carrier) {
        if (carrier.status() instanceof Status.Blocked) {
          return Optional.of(carrier);
        }
        if (carrier.status() instanceof Status.Waiting) {
          waiting = Optional.of(carrier);
        }
      }
    }
    return waiting;
  }

  private static Status requireTrouble(Status status) {
    if (status instanceof Status.Active) {
      throw new IllegalArgumentException(
          "A failure cannot carry the status \"active\"; carry a blocked, waiting or maintenance");
    }
    return status;
  }
}
