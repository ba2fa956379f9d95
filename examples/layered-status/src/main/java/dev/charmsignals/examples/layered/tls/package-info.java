/** The layer that sees to certificates. */
@NullMarked
package dev.charmsignals.examples.layered.tls;

import org.jspecify.annotations.NullMarked;
