package dev.charmsignals.examples.tally;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.HookEvent;

/**
 * Emits numbered signals, and keeps the numbers that it hears, all in charm state.
 *
 * <p>It counts by itself and does not ask the library how far anything has come, so that what it
 * kept can be held against the library.
 */
public final class TallyCharm extends Charm {

  private static final String EMITTED = "emitted";

  private final TallySignals own = signals(new TallySignals(), "emitted");
  private final TallySignals others = signals(new TallySignals(), "heard");

  /** Called by {@link CharmMain} for every hook. */
  public TallyCharm(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::count);
    observe(others.counted, this::hear);
  }

  private void count(HookEvent event) {
    int emitted = state().get(EMITTED).map(Integer::parseInt).orElse(0);
    long count = config().integer("count").orElse(0L);
    String padding = "x".repeat(config().integer("padding").orElse(0L).intValue());
    while (emitted < count) {
      emitted++;
      own.counted.emit(new Counted(emitted, padding));
    }
    state().put(EMITTED, Integer.toString(emitted));
  }

  private void hear(SignalEvent<Counted> event) {
    String key = "heard-" + event.emitter();
    String before = state().get(key).map(all -> all + " ").orElse("");
    state().put(key, before + event.signal().number());
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(TallyCharm::new);
  }
}
