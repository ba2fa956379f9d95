/**
 * The reconciler in the simulated Juju: what its specification promises. The numbers in names of
 * tests are those of the specification's acceptance cases and of the rows of its example.
 */
@NullMarked
package dev.charmsignals.reconciling;

import org.jspecify.annotations.NullMarked;
