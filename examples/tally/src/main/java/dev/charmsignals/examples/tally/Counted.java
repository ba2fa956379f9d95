package dev.charmsignals.examples.tally;

import dev.charmsignals.signal.Signal;

/**
 * The emitting unit has counted one further.
 *
 * @param number how far, from 1
 * @param padding what makes the signal as long as it is
 */
public record Counted(int number, String padding) implements Signal {}
