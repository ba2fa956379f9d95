package dev.charmsignals.reconciler;

import dev.charmsignals.model.Status;
import java.util.Optional;

/**
 * How a component's work went.
 *
 * @param trouble the least that its status is in this run; empty if the work went well
 */
record Outcome(Optional<Status> trouble) {

  static final Outcome FINE = new Outcome(Optional.empty());

  /** What an exception makes of the component called {@code name}. */
  static Outcome failed(String name, Exception failure) {
    if (failure instanceof StatusException carrier) {
      return new Outcome(Optional.of(carrier.status()));
    }
    String said = failure.getMessage();
    String reason = said == null || said.isBlank() ? failure.getClass().getSimpleName() : said;
    return new Outcome(Optional.of(Status.blocked(name + " failed: " + reason)));
  }

  /** The worse of what the component says of itself and what its work came to; ties are its own. */
  Optional<Status> orWorse(Optional<Status> own) {
    return ComponentStatus.severity(trouble) > ComponentStatus.severity(own) ? trouble : own;
  }
}
