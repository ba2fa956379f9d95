/**
 * A charm that shows what its peers signal.
 *
 * <p>Its neighbours: {@code peer} has the signals, {@code installer} emits them.
 */
@NullMarked
package dev.charmsignals.examples.panel;

import org.jspecify.annotations.NullMarked;
