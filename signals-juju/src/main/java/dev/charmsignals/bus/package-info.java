/**
 * Binds the signal log to Juju's relations: outbox, announcement, scans, dispatch.
 *
 * <p>Stands on {@code model} (what a hook reads and writes), {@code event} (what wakes it) and
 * core's {@code log} (what the bag means). {@code charm} stands on it. Everything that must last is
 * charm state, so that it moves in one transaction with what the handlers wrote.
 */
@NullMarked
package dev.charmsignals.bus;

import org.jspecify.annotations.NullMarked;
