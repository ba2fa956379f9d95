/**
 * The example charms together: a demonstration, and what one hook costs.
 *
 * <p>Not part of any charm. Its neighbours are the charms {@code installer} and {@code panel},
 * whose directories it deploys into the test kit's simulated Juju; its tests run them in process as
 * well.
 */
@NullMarked
package dev.charmsignals.examples.together;

import org.jspecify.annotations.NullMarked;
