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
 * @param tried which stream the attempts were made in; empty while there were none
 * @param attempts how often the next signal's handlers have failed under {@code retryThenPark}
 * @param told what has been said about its bag in the log, so that it is said once
 */
record Peer(
    Optional<Cursor> cursor,
    long ack,
    OptionalLong barredAt,
    Optional<StreamId> tried,
    int attempts,
    String told) {

  static final Peer UNKNOWN =
      new Peer(Optional.empty(), 0, OptionalLong.empty(), Optional.empty(), 0, "");

  Peer at(Cursor cursor) {
    return new Peer(Optional.of(cursor), ack, barredAt, Optional.empty(), 0, told);
  }

  /** A unit that has come back as another: nothing that it acknowledged counts any more. */
  Peer anew(Cursor cursor) {
    return new Peer(Optional.of(cursor), 0, OptionalLong.empty(), Optional.empty(), 0, told);
  }

  /** Takes note of its acknowledgement; one that lost its membership and caught up is back. */
  Peer acknowledging(long ack) {
    long now = Math.max(this.ack, ack);
    boolean caughtUp = barredAt.isPresent() && now >= barredAt.getAsLong();
    return new Peer(cursor, now, caughtUp ? OptionalLong.empty() : barredAt, tried, attempts, told);
  }

  Peer barredAt(long head) {
    return new Peer(cursor, ack, OptionalLong.of(head), tried, attempts, told);
  }

  Peer attempted(StreamId stream, int attempts) {
    return new Peer(cursor, ack, barredAt, Optional.of(stream), attempts, told);
  }

  /** How often the next signal of a stream has been tried in vain. */
  int attemptsIn(StreamId stream) {
    return tried.isPresent() && tried.get().equals(stream) ? attempts : 0;
  }

  Peer told(String told) {
    return new Peer(cursor, ack, barredAt, tried, attempts, told);
  }
}
