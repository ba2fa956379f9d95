package dev.charmsignals.examples.tally;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What one unit counts, and others hear. */
public final class TallySignals extends ObjectSignals {

  /** The emitting unit has counted one further. */
  public final SignalSource<Counted> counted = source(Counted.class);
}
