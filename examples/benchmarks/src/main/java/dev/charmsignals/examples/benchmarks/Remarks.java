package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.log.Window;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What the charms of these benchmarks say to each other. */
final class Remarks extends ObjectSignals {

  /** What a remark takes in a databag, generously. */
  private static final int BYTES = 512;

  final SignalSource<Remark> remark = source(Remark.class);

  Remarks() {
    this(Window.DEFAULT.entries());
  }

  /** Remarks of which so many are kept for those that lag. */
  Remarks(int entries) {
    Window usual = Window.DEFAULT;
    int bytes = Math.max(usual.bytes(), entries * BYTES);
    window(usual.entries(entries).bytes(bytes, usual.signalBytes()));
  }
}
