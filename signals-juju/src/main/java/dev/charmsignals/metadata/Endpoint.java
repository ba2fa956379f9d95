package dev.charmsignals.metadata;

import java.util.OptionalInt;

/**
 * One declared endpoint of the charm.
 *
 * @param name the endpoint's name, such as {@code channel}
 * @param role the section it is declared in
 * @param interfaceName what both sides of a relation must agree on, such as {@code pgsql}
 * @param limit how many relations it may have at once, where declared
 * @param scope {@code global}, which is Juju's default, or {@code container}
 */
public record Endpoint(
    String name, Role role, String interfaceName, OptionalInt limit, Scope scope) {

  /** How far a relation of the endpoint reaches. */
  public enum Scope {
    /** All units of both applications see each other. */
    GLOBAL,
    /** A subordinate sees only its principal unit. */
    CONTAINER
  }
}
