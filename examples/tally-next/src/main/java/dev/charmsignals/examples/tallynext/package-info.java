/**
 * The next revision of the charm {@code tally}: {@code counted} has another component, and {@code
 * reached} is new.
 *
 * <p>Its neighbour {@code together} upgrades the one to the other while it counts, and goes back.
 */
@NullMarked
package dev.charmsignals.examples.tallynext;

import org.jspecify.annotations.NullMarked;
