/** Stands for a layer, or for code that is of none. */
@NullMarked
package dev.charmsignals.statuses.layers.status;

import org.jspecify.annotations.NullMarked;
