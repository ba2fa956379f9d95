/**
 * What a hook costs: wall time, processor time, memory and processes, of the same charms in several
 * frameworks.
 *
 * <p>Started by {@code scripts/bench-dispatch}.
 */
@NullMarked
package dev.charmsignals.examples.benchmarks.dispatch;

import org.jspecify.annotations.NullMarked;
