/**
 * Speaks the format of the Python library {@code charms.signals} v0, for charms whose other side
 * still does: one slot in a databag for each name, where a newer signal takes the place of an older
 * one. Between two charms of this toolkit use signals, which lose nothing.
 *
 * <p>Builds on {@code charm}, and on {@code hash} for what it remembers.
 */
@NullMarked
package dev.charmsignals.legacy;

import org.jspecify.annotations.NullMarked;
