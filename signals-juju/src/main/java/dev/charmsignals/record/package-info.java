/**
 * Records out of maps and back: one key for each component, every mistake told at once.
 *
 * <p>Stands on {@code snapshot}; {@code model} loads config, databags, action parameters and stored
 * state through it. Knows values, not where they come from.
 */
@NullMarked
package dev.charmsignals.record;

import org.jspecify.annotations.NullMarked;
