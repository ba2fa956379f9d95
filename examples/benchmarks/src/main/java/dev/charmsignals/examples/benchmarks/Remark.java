package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.signal.Signal;

/** Something said, about as long as what real charms say. */
record Remark(String reason, long count) implements Signal {}
