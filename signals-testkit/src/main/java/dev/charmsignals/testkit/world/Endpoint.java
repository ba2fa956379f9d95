package dev.charmsignals.testkit.world;

/**
 * An endpoint that a charm declares.
 *
 * @param name its name, such as {@code channel}
 * @param role the side it takes
 * @param interfaceName what both sides of a relation must agree on
 */
public record Endpoint(String name, EndpointRole role, String interfaceName) {}
