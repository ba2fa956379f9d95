package dev.charmsignals.event;

import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the charm for its status at the end of a hook that succeeded.
 *
 * <p>Each observer adds what it knows; the most urgent one is shown, the first added of these. It
 * is shown only where another one is, and if nothing is added, the status stays as it is.
 */
public final class CollectStatusEvent {

  private final StatusSource source;
  private final List<Status> candidates = new ArrayList<>();

  CollectStatusEvent(StatusSource source) {
    this.source = source;
  }

  /** Returns whose status is collected. */
  public StatusSource source() {
    return source;
  }

  /** Adds a candidate. */
  public void add(Status status) {
    candidates.add(status);
  }

  /** Returns what has been added so far, in order. */
  public List<Status> candidates() {
    return List.copyOf(candidates);
  }

  Optional<Status> mostUrgent() {
    return Status.mostUrgent(candidates);
  }
}
