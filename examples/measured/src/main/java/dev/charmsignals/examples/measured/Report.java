package dev.charmsignals.examples.measured;

import dev.charmsignals.signal.Signal;

/** What a measured charm is told. */
public record Report(long number, String text) implements Signal {}
