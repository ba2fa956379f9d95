/** Charms that are upgraded while signals are under way, also to other signals. */
@NullMarked
package dev.charmsignals.upgrading;

import org.jspecify.annotations.NullMarked;
