package dev.charmsignals.signal;

/**
 * What became of one {@code emit}.
 *
 * <p>All of them come true only if the hook succeeds: Juju commits what it wrote in one
 * transaction.
 */
public sealed interface Emission {

  /**
   * The signal stands in the databags of these relations.
   *
   * @param relations how many relations it was written to, 1 or more
   * @param receivers how many admitted receivers there are on them; units that have not shown
   *     themselves yet are not counted, and get what a unit gets that comes later
   */
  record Written(int relations, int receivers) implements Emission {}

  /**
   * Nothing is related yet, or every relation is being left; the newest signal of this source waits
   * for the next one.
   */
  record Held() implements Emission {}

  /**
   * Nobody will ever get the signal: its source is transient, or it was for one relation alone, and
   * there is no relation yet that it could be written to, or it is being left.
   */
  record Dropped() implements Emission {}
}
