package dev.charmsignals.examples.peer;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/**
 * What one unit tells another about itself.
 *
 * <p>Both sources are retained, as sources are by default: a unit that joins late gets the newest
 * signal of each, in the order in which they were emitted, so the last one it gets is the truth.
 */
public final class PeerSignals extends ObjectSignals {

  /** The emitting unit does its work. */
  public final SignalSource<Ready> ready = source(Ready.class);

  /** The emitting unit is broken. */
  public final SignalSource<Bork> bork = source(Bork.class);
}
