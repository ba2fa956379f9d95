package dev.charmsignals.examples.tallynext;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.HookEvent;
import java.util.Optional;

/**
 * Emits numbered signals, and keeps the numbers that it hears, in the charm state that the revision
 * before it kept them in.
 */
public final class NextTallyCharm extends Charm {

  private static final String EMITTED = "emitted";

  private final NextTallySignals own = signals(new NextTallySignals(), "emitted");
  private final NextTallySignals others = signals(new NextTallySignals(), "heard");

  /** Called by {@link CharmMain} for every hook. */
  public NextTallyCharm(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::count);
    observe(others.counted, this::hear);
    observe(others.reached, event -> keep("reached-" + event.emitter(), event.signal().number()));
  }

  private void count(HookEvent event) {
    int emitted = state().get(EMITTED).map(Integer::parseInt).orElse(0);
    int count = config().integer("count").orElse(0L).intValue();
    String padding = "x".repeat(config().integer("padding").orElse(0L).intValue());
    if (emitted < count) {
      for (int number = emitted + 1; number <= count; number++) {
        own.counted.emit(new Counted(number, padding, Optional.of(unit().name().value())));
      }
      own.reached.emit(new Reached(count));
    }
    state().put(EMITTED, Integer.toString(Math.max(emitted, count)));
  }

  private void hear(SignalEvent<Counted> event) {
    keep("heard-" + event.emitter(), event.signal().number());
    event.signal().by().ifPresent(name -> keep("by-" + name, event.signal().number()));
  }

  private void keep(String key, int number) {
    String before = state().get(key).map(all -> all + " ").orElse("");
    state().put(key, before + number);
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(NextTallyCharm::new);
  }
}
