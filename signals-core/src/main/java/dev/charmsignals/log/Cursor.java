package dev.charmsignals.log;

/**
 * How far a receiver has come in one stream. Lives in charm state, never in a file: so it moves in
 * the transaction that also holds the effects of what was delivered.
 *
 * @param stream whose stream
 * @param seq the last entry that was delivered, parked or reported missing
 * @param acked how far the emitter has been told
 */
public record Cursor(StreamId stream, long seq, long acked) {

  /** Returns this cursor at {@code seq}. */
  public Cursor at(long seq) {
    return new Cursor(stream, seq, acked);
  }

  /** Returns this cursor with the emitter told of all of it. */
  public Cursor acknowledged() {
    return new Cursor(stream, seq, seq);
  }
}
