package dev.charmsignals.log;

/**
 * How far a receiver has come in one stream. Lives in charm state, never in a file: so it moves in
 * the transaction that also holds the effects of what was delivered.
 *
 * @param stream whose stream
 * @param seq the last entry that was delivered, parked or reported missing; during a first look
 *     where that began
 * @param acked how far the emitter has been told
 * @param kept up to where the kept entries from before the first look have been dealt with; {@code
 *     seq} once they all have
 */
public record Cursor(StreamId stream, long seq, long acked, long kept) {

  /** A cursor of a receiver that has made its first look. */
  public Cursor(StreamId stream, long seq, long acked) {
    this(stream, seq, acked, seq);
  }

  /** Returns this cursor at {@code seq}, with nothing left from before it. */
  public Cursor at(long seq) {
    return new Cursor(stream, seq, acked);
  }

  /** Returns this cursor once a kept entry from before it has been dealt with. */
  Cursor keptUpTo(long entry) {
    return new Cursor(stream, seq, acked, entry);
  }

  /** Returns whether kept entries from before it may be left. */
  public boolean isInFirstLook() {
    return kept < seq;
  }

  /** Returns this cursor with the emitter told of nothing above a number. */
  Cursor toldAtMost(long number) {
    return new Cursor(stream, seq, Math.min(acked, number), kept);
  }

  /** Returns this cursor with the emitter told of all of it. */
  public Cursor acknowledged() {
    return new Cursor(stream, seq, seq, kept);
  }
}
