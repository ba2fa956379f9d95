/**
 * Layered status: one status of what several layers of a charm say in one hook. Builds on {@code
 * charm}; its siblings {@code statuspool} and {@code reconciler} serve other charms and know
 * nothing of it.
 */
@NullMarked
package dev.charmsignals.layeredstatus;

import org.jspecify.annotations.NullMarked;
