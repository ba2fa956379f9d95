/**
 * A charm of four components that depend on each other.
 *
 * <p>Its neighbour is {@code together}, which prints what becomes of it when something fails.
 */
@NullMarked
package dev.charmsignals.examples.reconciler;

import org.jspecify.annotations.NullMarked;
