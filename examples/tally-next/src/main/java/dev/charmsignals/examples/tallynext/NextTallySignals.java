package dev.charmsignals.examples.tallynext;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What one unit counts, and others hear. */
public final class NextTallySignals extends ObjectSignals {

  /** The emitting unit has counted one further; the revision before knows this by its name. */
  public final SignalSource<Counted> counted = source(Counted.class);

  /** The emitting unit has counted as far as it was told to; new in this revision. */
  public final SignalSource<Reached> reached = source(Reached.class);
}
