package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.log.Window;

/**
 * What is delivered: one of the emitters is busy, the others are idle, which is the dearest case
 * because an acknowledgement wakes them all.
 *
 * @param emitters how many units are on the emitting side
 * @param observers how many units are on the observing side
 * @param hooks how many hooks emit
 * @param signalsPerHook how many signals each of them emits
 * @param window how many entries the emitters keep for those that lag
 */
record Load(int emitters, int observers, int hooks, int signalsPerHook, int window) {

  /** A load in a window of the usual size. */
  Load(int emitters, int observers, int hooks, int signalsPerHook) {
    this(emitters, observers, hooks, signalsPerHook, Window.DEFAULT.entries());
  }

  int signals() {
    return hooks * signalsPerHook;
  }

  /** What Juju cannot do without: every emission that is committed wakes every observer. */
  int floor() {
    return hooks * observers;
  }

  /** Acknowledgements that are due: each observer tells every emitter at each half of a window. */
  double acknowledgements() {
    return (double) signals() / (window / 2) * observers * emitters;
  }
}
