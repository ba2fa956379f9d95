/** A simulated Juju in which several charms can be tested together. */
@NullMarked
package dev.charmsignals.testkit;

import org.jspecify.annotations.NullMarked;
