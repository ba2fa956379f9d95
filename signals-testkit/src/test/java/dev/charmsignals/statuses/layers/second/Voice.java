package dev.charmsignals.statuses.layers.second;

import dev.charmsignals.layeredstatus.LayeredStatus;
import dev.charmsignals.model.Status;

/** Speaks from this package. */
public final class Voice {

  private Voice() {}

  /** Says a status in the name of whichever layer this package is of. */
  public static void say(LayeredStatus layered, Status status) {
    layered.set(status);
  }
}
