/**
 * The one seam to Juju: a typed mapping of the hook commands, with no opinions, over two transports
 * (the agent's socket, or the commands as processes).
 */
@NullMarked
package dev.charmsignals.hooktools;

import org.jspecify.annotations.NullMarked;
