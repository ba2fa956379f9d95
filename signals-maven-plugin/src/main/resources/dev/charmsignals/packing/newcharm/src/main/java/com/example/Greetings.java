package com.example;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What neighbours signal each other. */
public final class Greetings extends ObjectSignals {
  public final SignalSource<Greeting> greeting = source(Greeting.class);
}
