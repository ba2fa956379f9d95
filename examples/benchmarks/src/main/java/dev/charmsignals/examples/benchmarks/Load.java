package dev.charmsignals.examples.benchmarks;

/**
 * What is delivered: one of the emitters is busy, the others are idle, which is the dearest case
 * because an acknowledgement wakes them all.
 *
 * @param emitters how many units are on the emitting side
 * @param observers how many units are on the observing side
 * @param hooks how many hooks emit
 * @param signalsPerHook how many signals each of them emits
 */
record Load(int emitters, int observers, int hooks, int signalsPerHook) {

  int signals() {
    return hooks * signalsPerHook;
  }

  /** What Juju cannot do without: every emission that is committed wakes every observer. */
  int floor() {
    return hooks * observers;
  }
}
