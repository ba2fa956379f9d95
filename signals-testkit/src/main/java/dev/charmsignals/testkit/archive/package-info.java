/**
 * Charm archives as Juju sees them (contract section 7): what stands in one, what a controller
 * makes of it when it is uploaded, and what an agent makes of each entry when it unpacks it.
 *
 * <p>Juju reads archives with Go's zip package, so names, modes and refusals are that package's.
 * The neighbours are the world, which knows what a charm declares, and the agent, which unpacks.
 */
@NullMarked
package dev.charmsignals.testkit.archive;

import org.jspecify.annotations.NullMarked;
