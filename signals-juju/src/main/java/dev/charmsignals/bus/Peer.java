package dev.charmsignals.bus;

import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.StreamId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What this unit remembers of one remote unit on one relation.
 *
 * @param cursor how far we are in its stream; empty until it has shown a header
 * @param ack how far it says it is in ours
 * @param barredAt our head when it lost its membership; empty while it has it
 * @param tried what has been tried in vain under {@code retryThenPark}; empty while nothing was
 * @param told what has been said about its bag in the log, so that it is said once
 */
record Peer(
    Optional<Cursor> cursor, long ack, OptionalLong barredAt, Optional<Tried> tried, String told) {

  static final Peer UNKNOWN =
      new Peer(Optional.empty(), 0, OptionalLong.empty(), Optional.empty(), "");

  /**
   * A signal whose handlers have failed, and shall try again.
   *
   * @param stream its stream
   * @param seq its number
   * @param attempts how often they have failed
   */
  record Tried(StreamId stream, long seq, int attempts) {}

  Peer at(Cursor cursor) {
    return new Peer(Optional.of(cursor), ack, barredAt, Optional.empty(), told);
  }

  /** A unit that has come back as another: nothing that it acknowledged counts any more. */
  Peer anew(Cursor cursor) {
    return new Peer(Optional.of(cursor), 0, OptionalLong.empty(), Optional.empty(), told);
  }

  /** Takes note of its acknowledgement; one that lost its membership and caught up is back. */
  Peer acknowledging(long ack) {
    long now = Math.max(this.ack, ack);
    boolean caughtUp = barredAt.isPresent() && now >= barredAt.getAsLong();
    return new Peer(cursor, now, caughtUp ? OptionalLong.empty() : barredAt, tried, told);
  }

  Peer barredAt(long head) {
    return new Peer(cursor, ack, OptionalLong.of(head), tried, told);
  }

  Peer attempted(StreamId stream, long seq, int attempts) {
    Optional<Tried> now = Optional.of(new Tried(stream, seq, attempts));
    return new Peer(cursor, ack, barredAt, now, told);
  }

  /** How often a signal has been tried in vain. */
  int attemptsAt(StreamId stream, long seq) {
    if (tried.isEmpty() || tried.get().seq() != seq || !tried.get().stream().equals(stream)) {
      return 0;
    }
    return tried.get().attempts();
  }

  Peer told(String told) {
    return new Peer(cursor, ack, barredAt, tried, told);
  }
}
