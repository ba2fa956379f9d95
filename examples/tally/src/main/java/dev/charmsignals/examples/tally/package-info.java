/**
 * A charm that counts, to see whether anything is lost or comes twice.
 *
 * <p>Its neighbour {@code together} kills its hooks and compares what both sides have counted.
 */
@NullMarked
package dev.charmsignals.examples.tally;

import org.jspecify.annotations.NullMarked;
