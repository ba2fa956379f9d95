package com.example.beacon;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What beacons tell each other. */
final class Fires extends ObjectSignals {
  final SignalSource<Lit> lit = source(Lit.class);
}
