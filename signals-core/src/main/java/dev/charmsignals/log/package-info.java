/**
 * The signal log: numbered entries in the emitting unit's databag, and cursors of those who read.
 *
 * <p>A pure middle: values in, values out; no clock, no randomness, no input or output. {@code
 * OutgoingLog} is the emitter's side (append, admit, trim), {@code IncomingLog} the receiver's
 * (diff, decode). Stands on {@code json}; knows neither Java signal classes nor Juju.
 */
@NullMarked
package dev.charmsignals.log;

import org.jspecify.annotations.NullMarked;
