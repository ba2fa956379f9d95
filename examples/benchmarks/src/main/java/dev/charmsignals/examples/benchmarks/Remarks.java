package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What the charms of these benchmarks say to each other. */
final class Remarks extends ObjectSignals {

  final SignalSource<Remark> remark = source(Remark.class);
}
