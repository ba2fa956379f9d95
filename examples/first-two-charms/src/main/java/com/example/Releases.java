package com.example;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What publishers and mirrors signal each other. */
public final class Releases extends ObjectSignals {
  public final SignalSource<Released> released = source(Released.class);
}
