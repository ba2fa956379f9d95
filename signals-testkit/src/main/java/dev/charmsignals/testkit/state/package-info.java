/**
 * The state-transition style: one unit's world as a value, before and after one event.
 *
 * <p>Values only; nothing here knows how a world works. The neighbours are the hook commands, some
 * of whose values are used here, and the world, which sets itself up from these values, runs one
 * hook and gives them back.
 */
@NullMarked
package dev.charmsignals.testkit.state;

import org.jspecify.annotations.NullMarked;
