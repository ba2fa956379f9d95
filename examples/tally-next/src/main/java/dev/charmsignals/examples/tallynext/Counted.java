package dev.charmsignals.examples.tallynext;

import dev.charmsignals.signal.Signal;
import java.util.Optional;

/**
 * The emitting unit has counted one further.
 *
 * @param number how far, from 1
 * @param padding what makes the signal as long as it is
 * @param by who has counted; nobody, where the emitter still has the revision before
 */
public record Counted(int number, String padding, Optional<String> by) implements Signal {}
