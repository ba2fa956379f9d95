/**
 * What a signal says, as values that travel: checked, written as JSON, and turned back.
 *
 * <p>Stands on {@code json}; {@code signal} stands on it. Knows maps and records, not signals.
 */
@NullMarked
package dev.charmsignals.snapshot;

import org.jspecify.annotations.NullMarked;
