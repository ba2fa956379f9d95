package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;

/** Stored state is declared in a way that cannot work. Thrown at start-up. */
public final class StoredStateException extends CharmSignalsException {

  private final String owner;

  StoredStateException(String owner, String problem) {
    super("Stored state \"%s\" %s".formatted(owner, problem));
    this.owner = owner;
  }

  /** Returns the name it was to be kept under. */
  public String owner() {
    return owner;
  }
}
