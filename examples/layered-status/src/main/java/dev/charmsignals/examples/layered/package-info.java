/**
 * The layered status's own example as a charm: this package is the charm, those below its layers.
 */
@NullMarked
package dev.charmsignals.examples.layered;

import org.jspecify.annotations.NullMarked;
