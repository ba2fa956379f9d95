package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.bus.GapEvent;
import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;

/** Counts the signals that reach it, and writes nothing. */
final class Listener extends Charm {

  private static final String METADATA =
      """
      name: listener
      requires:
        channel: {interface: remarks}
      """;

  private final Ear ear;

  /** What all units have heard; no hook fails here, so nothing is heard that is not committed. */
  static final class Ear {
    long signals;
    long gaps;
  }

  private Listener(CharmContext context, Ear ear) {
    super(context);
    this.ear = ear;
    Remarks remarks = signals(new Remarks(), "channel");
    observe(remarks.remark, this::hear);
    observeGaps(remarks, this::miss);
  }

  static CharmUnderTest charm(Ear ear) {
    return CharmUnderTest.inProcess(context -> new Listener(context, ear), METADATA);
  }

  private void hear(SignalEvent<Remark> event) {
    ear.signals++;
  }

  private void miss(GapEvent event) {
    ear.gaps++;
  }
}
