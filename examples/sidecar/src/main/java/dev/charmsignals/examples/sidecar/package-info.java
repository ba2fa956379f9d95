/**
 * A charm for Kubernetes whose workload runs in a container beside it.
 *
 * <p>Uses {@code signals-juju} as any charm would; its container is reached through {@code pebble}.
 */
@NullMarked
package dev.charmsignals.examples.sidecar;

import org.jspecify.annotations.NullMarked;
