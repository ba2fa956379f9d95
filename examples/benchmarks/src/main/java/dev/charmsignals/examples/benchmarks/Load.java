package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.log.Window;

/**
 * What is delivered: the busy emitters take turns, the others are idle. An acknowledgement wakes
 * every emitter but is due when one stream asks for it, and then tells of them all; so one busy
 * emitter among many is the dearest case, and all of them the cheapest.
 *
 * @param emitters how many units are on the emitting side
 * @param busy how many of them emit, in turn
 * @param observers how many units are on the observing side
 * @param hooks how many hooks of each busy emitter emit
 * @param signalsPerHook how many signals each of them emits
 * @param window how many entries the emitters keep for those that lag
 */
record Load(int emitters, int busy, int observers, int hooks, int signalsPerHook, int window) {

  /** A load of one busy emitter in a window of the usual size. */
  Load(int emitters, int observers, int hooks, int signalsPerHook) {
    this(emitters, 1, observers, hooks, signalsPerHook, Window.DEFAULT.entries());
  }

  int signals() {
    return busy * hooks * signalsPerHook;
  }

  /** What Juju cannot do without: every emission that is committed wakes every observer. */
  int floor() {
    return busy * hooks * observers;
  }

  /** Acknowledgements that are due: each observer tells all emitters at each half of a window. */
  double acknowledgements() {
    return (double) hooks * signalsPerHook / (window / 2) * observers * emitters;
  }
}
