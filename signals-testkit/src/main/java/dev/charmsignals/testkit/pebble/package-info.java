/**
 * A simulated Pebble: what a workload container's daemon says and does, without its processes.
 *
 * <p>Speaks over a real Unix socket, so that the client under test is the one that runs in a pod.
 * Stands on {@code pebble.http}; {@code testkit} connects it to the containers of a simulated Juju.
 */
@NullMarked
package dev.charmsignals.testkit.pebble;

import org.jspecify.annotations.NullMarked;
