/**
 * A machine charm as one would write it with ops: config, a databag, an action, state that lasts,
 * an event that waits, and a collected status.
 */
@NullMarked
package dev.charmsignals.examples.archive;

import org.jspecify.annotations.NullMarked;
