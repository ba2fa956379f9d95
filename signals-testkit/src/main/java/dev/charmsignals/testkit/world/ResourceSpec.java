package dev.charmsignals.testkit.world;

/**
 * A resource that a charm declares.
 *
 * @param name its name
 * @param type {@code file} or {@code oci-image}
 * @param filename what the file is called at the unit
 */
public record ResourceSpec(String name, String type, String filename) {}
