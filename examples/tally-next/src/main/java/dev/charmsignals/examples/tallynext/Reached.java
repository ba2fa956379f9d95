package dev.charmsignals.examples.tallynext;

import dev.charmsignals.signal.Signal;

/**
 * The emitting unit has counted as far as it was told to.
 *
 * @param number how far
 */
public record Reached(int number) implements Signal {}
