package dev.charmsignals.packing.charm;

import java.nio.file.Path;

/**
 * A jar of a charm.
 *
 * @param name what it is called in the charm; without a version, so that a new one replaces the old
 *     one when the charm is upgraded
 * @param file where it is now
 */
public record Library(String name, Path file) {}
