package dev.charmsignals.testkit.world;

/**
 * A databag that a hook read.
 *
 * @param relation such as {@code channel:7}
 * @param owner the unit or application it belongs to, as the reader knows it
 * @param stale whether the agent's copy was older than what the controller had
 */
public record ReadRecord(String relation, String owner, boolean stale) {

  /** Returns {@code channel:7 panel/0}, with a mark if the copy was old. */
  @Override
  public String toString() {
    return relation + " " + owner + (stale ? " (stale)" : "");
  }
}
