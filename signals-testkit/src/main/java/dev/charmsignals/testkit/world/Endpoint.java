package dev.charmsignals.testkit.world;

/**
 * An endpoint that a charm declares.
 *
 * @param name its name, such as {@code channel}
 * @param role the side it takes
 * @param interfaceName what both sides of a relation must agree on
 * @param limit how many relations it may have; 0 for any number
 * @param inContainer whether its scope is a container: it relates a subordinate with its principal
 */
public record Endpoint(
    String name, EndpointRole role, String interfaceName, int limit, boolean inContainer) {

  Endpoint(String name, EndpointRole role, String interfaceName) {
    this(name, role, interfaceName, 0, false);
  }
}
