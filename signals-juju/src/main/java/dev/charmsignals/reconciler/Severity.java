package dev.charmsignals.reconciler;

import dev.charmsignals.model.Status;
import java.util.Optional;

/** How bad a status is. */
final class Severity {

  private Severity() {}

  static int of(Optional<Status> status) {
    if (status.isEmpty()) {
      return 0;
    }
    return switch (status.get().word()) {
      case "blocked" -> 4;
      case "waiting" -> 3;
      case "maintenance" -> 2;
      default -> 1;
    };
  }
}
