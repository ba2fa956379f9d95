package dev.charmsignals.upgrading;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import java.util.Optional;

/**
 * The second revision: it has given up {@code begun}, says {@code reached} at the end, and with
 * each number who has counted.
 */
final class Second extends Counter {

  record Counted(int number, Optional<String> by) implements Signal {}

  record Reached(int number) implements Signal {}

  private static final class Counting extends ObjectSignals {
    final SignalSource<Counted> counted = source(Counted.class);
    final SignalSource<Reached> reached = source(Reached.class);
  }

  private final Counting talk = signals(new Counting(), "talk");
  private final Counting listen = signals(new Counting(), "listen");

  Second(CharmContext context) {
    super(context);
    observe(listen.counted, event -> hear(event.signal()));
    observe(listen.reached, event -> heard("reached " + event.signal().number()));
    observeParked(listen, this::parked);
  }

  private void hear(Counted counted) {
    heard("" + counted.number());
    counted.by().ifPresent(name -> state().put("last-by", name));
  }

  @Override
  void begin(int target) {}

  @Override
  void emit(int number) {
    talk.counted.emit(new Counted(number, Optional.of(unit().name().value())));
  }

  @Override
  void end(int reached) {
    talk.reached.emit(new Reached(reached));
    said("reached " + reached);
  }
}
