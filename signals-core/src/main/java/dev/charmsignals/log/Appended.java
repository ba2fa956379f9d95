package dev.charmsignals.log;

import java.util.Set;

/**
 * What became of an append.
 *
 * @param log the stream with the new entry at its head
 * @param barred receivers that lost their membership to make room for it
 */
public record Appended(OutgoingLog log, Set<StreamId> barred) {

  /** Copies the receivers. */
  public Appended {
    barred = Set.copyOf(barred);
  }
}
