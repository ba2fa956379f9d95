package dev.charmsignals.reconciler;

import dev.charmsignals.model.Status;
import dev.charmsignals.model.StatusLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one component contributes to the unit's status.
 *
 * @param component the component's name
 * @param status how it stands, or on whom it waits; empty when it is unknown
 */
public record ComponentStatus(String component, Optional<Status> status) {

  /** Orders the worst first; those that are equally bad stay as they were. */
  static List<ComponentStatus> worstFirst(List<ComponentStatus> statuses) {
    // By insertion: there are few, and a comparator costs a hook more to load than this to run.
    List<ComponentStatus> sorted = new ArrayList<>(statuses.size());
    for (ComponentStatus one : statuses) {
      int at = sorted.size();
      while (at > 0 && severity(sorted.get(at - 1).status()) < severity(one.status())) {
        at--;
      }
      sorted.add(at, one);
    }
    return List.copyOf(sorted);
  }

  /** The unit's status: that of the worst, by name unless it is active and has nothing to say. */
  static Optional<Status> worst(List<ComponentStatus> worstFirst) {
    if (worstFirst.isEmpty()) {
      return Optional.empty();
    }
    ComponentStatus worst = worstFirst.get(0);
    if (worst.status().isEmpty()) {
      return worst.status();
    }
    Status status = worst.status().get();
    if (status instanceof Status.Active && status.message().isEmpty()) {
      return worst.status();
    }
    return Optional.of(status.withMessage(worst.name() + status.message()));
  }

  /** How bad a status is; an unknown one is the least. */
  static int severity(Optional<Status> status) {
    return status.isPresent() ? status.get().level().severity() : StatusLevel.UNKNOWN.severity();
  }

  /** Returns a status as {@code blocked: no database}, or as {@code active} without a message. */
  static String text(Optional<Status> status) {
    if (status.isEmpty()) {
      return "unknown";
    }
    String message = status.get().message();
    return message.isEmpty() ? status.get().word() : status.get().word() + ": " + message;
  }

  private String name() {
    return "[" + component + "] ";
  }

  /** Returns {@code [relation-1] blocked: no database}. */
  @Override
  public String toString() {
    return name() + text(status);
  }
}
