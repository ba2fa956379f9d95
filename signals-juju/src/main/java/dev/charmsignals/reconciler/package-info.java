/**
 * The reconciler: a charm as components that are run in the order of their dependencies, each doing
 * one piece of work and telling its own status, so that as much is done as can be.
 *
 * <p>Below are {@code charm}, whose context it observes hooks through, {@code bus}, whose signals
 * open a gate, {@code pebble}, which runs services, {@code model}, and {@code hash} for what is
 * kept in charm state; nothing of the framework builds on it.
 */
@NullMarked
package dev.charmsignals.reconciler;

import org.jspecify.annotations.NullMarked;
