package dev.charmsignals.log;

/** What an emitter does when its window is full of entries that a receiver has not read. */
public enum WhenFull {

  /**
   * Goes on: the slowest receivers lose their membership. They see it, and get a gap report and the
   * kept signals.
   */
  DEADMIT_SLOWEST,

  /** Stops: {@code emit} throws {@link WindowFullException} and nothing is written. */
  REJECT
}
