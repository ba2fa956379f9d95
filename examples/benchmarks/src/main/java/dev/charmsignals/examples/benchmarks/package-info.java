/**
 * What signals cost: hooks and bytes, counted in a simulated Juju.
 *
 * <p>Started by {@code scripts/delivery-cost}. Nothing of this is published.
 */
@NullMarked
package dev.charmsignals.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
