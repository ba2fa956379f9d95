package dev.charmsignals.log;

import java.util.Map;
import java.util.Set;

/**
 * The receivers of a stream that its emitter knows to be there.
 *
 * @param acks how far each has said that it has read; 0 where it said nothing yet
 * @param barred those among them that lost their membership and have not caught up since
 */
public record Audience(Map<StreamId, Long> acks, Set<StreamId> barred) {

  /** Nobody is there. */
  public static final Audience NOBODY = new Audience(Map.of(), Set.of());

  /** Copies both. */
  public Audience {
    acks = Map.copyOf(acks);
    barred = Set.copyOf(barred);
  }
}
