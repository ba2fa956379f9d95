package dev.charmsignals.snapshot;

import dev.charmsignals.CharmSignalsException;

/** A snapshot is longer than its reader wants to know. Thrown while it is written as text. */
public final class SnapshotTooLongException extends CharmSignalsException {

  private final long characters;
  private final int limit;

  SnapshotTooLongException(long characters, int limit) {
    super("Snapshot has %d characters or more; %d are allowed".formatted(characters, limit));
    this.characters = characters;
    this.limit = limit;
  }

  /** Returns how long the text was when this was noticed. */
  public long characters() {
    return characters;
  }

  /** Returns how many characters are allowed. */
  public int limit() {
    return limit;
  }
}
