package dev.charmsignals.examples.peer;

import dev.charmsignals.signal.Signal;

/** The emitting unit does its work. */
public record Ready() implements Signal {}
