package dev.charmsignals.histories;

import dev.charmsignals.signal.Signal;

/**
 * What all signals of these histories say.
 *
 * @param n a number that no other emission has
 * @param pad nothing, or much of it
 */
record Said(long n, String pad) implements Signal {}
