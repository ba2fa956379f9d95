package dev.charmsignals.delivery;

import dev.charmsignals.log.Window;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What the charms of these tests say to each other. */
final class Speech extends ObjectSignals {

  final SignalSource<Word> word = source(Word.class);
  final SignalSource<Word> other = source("other", Word.class);
  final SignalSource<Shout> shout = source(Shout.class).transientOnly();
  final SignalSource<Word> fragile = source("fragile", Word.class).retryThenPark(3);

  Speech() {}

  Speech(Window window) {
    window(window);
  }
}
