package dev.charmsignals.histories;

import java.util.Set;

/** What a handler did or learned in one hook. */
sealed interface Note {

  /** What became of one call of a handler. */
  enum Turn {
    /** It did its work. */
    TAKEN,
    /** It put the signal off. */
    DEFERRED,
    /** It threw after it had done its work. */
    THREW
  }

  /**
   * A signal was emitted.
   *
   * @param endpoint on which endpoint
   * @param name which signal
   * @param said its number
   * @param target the one relation it was for; -1 for all
   * @param relations the numbers of the relations it was written to
   * @param led whether the unit was told that it leads
   */
  record Emitted(
      String endpoint, Name name, long said, int target, Set<Integer> relations, boolean led)
      implements Note {}

  /**
   * A handler was called.
   *
   * @param relation the relation's number
   * @param stream the emitter's stream
   * @param seq the signal's number in it
   * @param name which signal
   * @param observer whose handler
   * @param said what it says
   * @param turn what became of it
   */
  record Heard(
      int relation, String stream, long seq, Name name, String observer, long said, Turn turn)
      implements Note {}

  /** Signals were reported missing. */
  record Missed(int relation, String stream, long from, long to) implements Note {}

  /** A signal was not emitted, because the window was full of what so many had not read. */
  record Refused(String endpoint, Name name, int unreadBy) implements Note {}

  /** A signal was reported as parked. */
  record Parked(int relation, String stream, long seq, String reason) implements Note {}
}
