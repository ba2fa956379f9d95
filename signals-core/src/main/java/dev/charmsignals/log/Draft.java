package dev.charmsignals.log;

import java.time.Instant;

/**
 * A signal on its way into the log, not yet numbered.
 *
 * @param name the name it travels under
 * @param snapshot what it says, as JSON text of one object
 * @param at when it was emitted
 * @param leader whether this unit was the leader
 * @param kept whether the newest of this name stays for units that join later
 */
public record Draft(String name, String snapshot, Instant at, boolean leader, boolean kept) {

  /** Names the signal and the size of its snapshot: what it says may not belong in a log. */
  @Override
  public String toString() {
    return "Draft[%s, %d characters]".formatted(name, snapshot.length());
  }
}
