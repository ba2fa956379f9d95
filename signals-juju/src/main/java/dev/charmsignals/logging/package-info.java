/**
 * The Juju log as a charm's log: an SLF4J provider whose records reach {@code juju debug-log}.
 *
 * <p>Imports no sibling. The neighbours are {@code charm}, which begins a {@link
 * dev.charmsignals.logging.LogSession} around each hook and hands in where the text goes; {@code
 * model} makes the text of statuses visible in the same way.
 */
@NullMarked
package dev.charmsignals.logging;

import org.jspecify.annotations.NullMarked;
