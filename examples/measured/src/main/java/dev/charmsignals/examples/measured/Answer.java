package dev.charmsignals.examples.measured;

import dev.charmsignals.signal.Signal;

/** Says that the report of this number was read. */
public record Answer(long number) implements Signal {}
