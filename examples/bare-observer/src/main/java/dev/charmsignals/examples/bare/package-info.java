/**
 * The smallest charm that observes a signal, to measure what a signal costs.
 *
 * <p>Its neighbours: {@code peer} has the signals, {@code panel} does something useful with them.
 */
@NullMarked
package dev.charmsignals.examples.bare;

import org.jspecify.annotations.NullMarked;
