/**
 * The signals that the example charms share.
 *
 * <p>A small jar of its own, because both sides need the same classes: {@code installer} emits
 * them, {@code panel} observes them.
 */
@NullMarked
package dev.charmsignals.examples.peer;

import org.jspecify.annotations.NullMarked;
