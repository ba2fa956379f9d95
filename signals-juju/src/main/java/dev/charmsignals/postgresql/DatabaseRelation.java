package dev.charmsignals.postgresql;

import dev.charmsignals.model.Relation;
import java.util.List;
import java.util.Optional;

/**
 * A relation to a PostgreSQL server, as this hook sees it: what the charm asked for, and what it
 * got. Obtained from a client or an event of one; used by the hook's only thread.
 *
 * <p>Connection strings are held back until the server has granted all that was asked for, to this
 * unit, and while the relation breaks. What the server publishes never makes a method throw.
 */
public interface DatabaseRelation {

  /** Returns the relation itself; {@link Relation#isBroken} tells whether it is gone by now. */
  Relation relation();

  /** Returns how to reach the server that takes writes; empty while there is none for this unit. */
  Optional<ConnectionString> master();

  /** Returns how to reach the servers that take reads only; empty while there are none. */
  List<ConnectionString> standbys();

  /** Returns which PostgreSQL it is, such as {@code 16.9}; empty while the server does not say. */
  Optional<String> version();

  /**
   * Returns what this application asks for; empty while this unit cannot know it, because the
   * leader has not told it yet.
   */
  Optional<Requirements> requirements();

  /**
   * Asks for this, instead of what was asked for before.
   *
   * @throws dev.charmsignals.model.NotLeaderException when this unit is not the leader
   */
  void require(Requirements requirements);
}
