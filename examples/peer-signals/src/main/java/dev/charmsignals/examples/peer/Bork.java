package dev.charmsignals.examples.peer;

import dev.charmsignals.signal.Signal;

/**
 * The emitting unit is broken.
 *
 * @param reason what an operator would want to know
 */
public record Bork(String reason) implements Signal {}
