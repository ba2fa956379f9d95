/**
 * A client for Pebble, the daemon that runs the workload's processes in a container beside the
 * charm's.
 *
 * <p>{@link dev.charmsignals.pebble.Container} is what a charm asks its context for; {@link
 * dev.charmsignals.pebble.Pebble} is the client of one daemon. Stands on {@code pebble.http} and
 * {@code json}; {@code model} and {@code event} hand out containers. Nothing of it is loaded in a
 * hook that does not ask for one.
 */
@NullMarked
package dev.charmsignals.pebble;

import org.jspecify.annotations.NullMarked;
