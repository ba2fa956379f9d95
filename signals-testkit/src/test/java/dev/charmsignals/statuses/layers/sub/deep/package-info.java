/** Stands for a layer, or for code that is of none. */
@NullMarked
package dev.charmsignals.statuses.layers.sub.deep;

import org.jspecify.annotations.NullMarked;
