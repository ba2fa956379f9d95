package dev.charmsignals.upgrading;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;

/** The first revision: it says how far it is going to count. */
final class First extends Counter {

  record Counted(int number) implements Signal {}

  record Begun(int target) implements Signal {}

  private static final class Counting extends ObjectSignals {
    final SignalSource<Begun> begun = source(Begun.class);
    final SignalSource<Counted> counted = source(Counted.class);
  }

  private final Counting talk = signals(new Counting(), "talk");
  private final Counting listen = signals(new Counting(), "listen");

  First(CharmContext context) {
    super(context);
    observe(listen.begun, event -> heard("begun " + event.signal().target()));
    observe(listen.counted, event -> heard("" + event.signal().number()));
    observeParked(listen, this::parked);
  }

  @Override
  void begin(int target) {
    talk.begun.emit(new Begun(target));
    said("begun " + target);
  }

  @Override
  void emit(int number) {
    talk.counted.emit(new Counted(number));
  }

  @Override
  void end(int reached) {}
}
