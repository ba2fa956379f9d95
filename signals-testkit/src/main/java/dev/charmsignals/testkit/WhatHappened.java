package dev.charmsignals.testkit;

/** Attached to the failure of a test: its seed, the timeline and the final status. */
final class WhatHappened extends Exception {

  WhatHappened(SimulatedJuju juju) {
    super(
        "seed %d\n%s\n%s".formatted(juju.seed(), juju.timeline(), juju.status()),
        null,
        false,
        false);
  }
}
