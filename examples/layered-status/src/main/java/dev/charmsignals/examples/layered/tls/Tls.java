package dev.charmsignals.examples.layered.tls;

import dev.charmsignals.layeredstatus.Layer;

/** Sees to certificates. */
public final class Tls {

  private final Layer status;

  /** Creates it for one hook. */
  public Tls(Layer status) {
    this.status = status;
  }

  // region explicit
  /** Looks for the certificates, which nobody has brought. */
  public void look() {
    status.waiting("for certificates"); // of the layer that the charm gave it
  }
  // endregion
}
