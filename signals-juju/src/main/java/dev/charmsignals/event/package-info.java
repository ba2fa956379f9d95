/**
 * What can happen to a unit, as values, and who wants to know: events, their sources, observers.
 * Builds on {@code model}; {@code bus} and {@code charm} observe.
 */
@NullMarked
package dev.charmsignals.event;

import org.jspecify.annotations.NullMarked;
