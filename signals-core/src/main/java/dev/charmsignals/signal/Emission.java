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

  /** Nothing is related yet; the newest signal of this source waits until something is. */
  record Held() implements Emission {}

  /** Nothing is related yet and the source is transient, so nobody will ever get the signal. */
  record Dropped() implements Emission {}
}
