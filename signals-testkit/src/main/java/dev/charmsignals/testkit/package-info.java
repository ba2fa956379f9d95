/**
 * A simulated Juju in which several charms can be tested together.
 *
 * <p>Start at {@link dev.charmsignals.testkit.SimulatedJuju}. What Juju does is in the world below,
 * what its hook commands print in the commands, and how processes are run in the agent.
 */
@NullMarked
package dev.charmsignals.testkit;

import org.jspecify.annotations.NullMarked;
