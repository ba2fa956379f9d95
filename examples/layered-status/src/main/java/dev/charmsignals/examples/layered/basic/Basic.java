package dev.charmsignals.examples.layered.basic;

import dev.charmsignals.layeredstatus.LayeredStatus;

/** Sees to what every charm needs. */
public final class Basic {

  private final LayeredStatus status;

  /** Creates it for one hook. */
  public Basic(LayeredStatus status) {
    this.status = status;
  }

  // region caller
  /** Sets up what the charm builds on. */
  public void setUp() {
    status.active("set up"); // of the layer "basic", as this package is
  }
  // endregion
}
