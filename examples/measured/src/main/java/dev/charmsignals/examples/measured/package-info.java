/**
 * Four charms whose hooks {@code scripts/bench-dispatch} measures. Beside them, in {@code charms/},
 * are the same four in other frameworks.
 */
@NullMarked
package dev.charmsignals.examples.measured;

import org.jspecify.annotations.NullMarked;
