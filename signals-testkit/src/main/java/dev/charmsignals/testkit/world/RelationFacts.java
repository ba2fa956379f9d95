package dev.charmsignals.testkit.world;

import java.util.Set;

/**
 * A relation as an operator can look at it.
 *
 * @param number Juju's number of it
 * @param provider the providing side, such as {@code installer:channel}; the only one for peers
 * @param requirer the requiring side; the same for peers
 * @param interfaceName what both agree on
 * @param peers whether it is among the units of one application
 * @param life {@code joined}, {@code suspended} or {@code dying}
 * @param scope the units that entered it and have not left
 */
public record RelationFacts(
    int number,
    String provider,
    String requirer,
    String interfaceName,
    boolean peers,
    String life,
    Set<String> scope) {

  /** Copies what it is given. */
  public RelationFacts {
    scope = Set.copyOf(scope);
  }
}
