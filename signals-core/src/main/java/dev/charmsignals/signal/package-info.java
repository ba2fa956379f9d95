/**
 * Declare and emit: the classes a charm author writes signals with.
 *
 * <p>Stands on {@code snapshot} (what a signal says) and {@code log} (window policies). What an
 * emission does is behind {@link dev.charmsignals.signal.SignalBinding}, which the module for Juju
 * implements.
 */
@NullMarked
package dev.charmsignals.signal;

import org.jspecify.annotations.NullMarked;
