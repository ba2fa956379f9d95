/** The layer that every charm begins with. */
@NullMarked
package dev.charmsignals.examples.layered.basic;

import org.jspecify.annotations.NullMarked;
