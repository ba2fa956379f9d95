/**
 * The hook commands of a simulated unit agent: arguments in, exit status, stdout and stderr out.
 *
 * <p>Everything Juju parses or prints is here, byte for byte as contract section 2 says; what the
 * commands read and change is behind {@link dev.charmsignals.testkit.command.CommandContext}. The
 * neighbours are the world, which implements that interface, and the agent, which carries calls.
 */
@NullMarked
package dev.charmsignals.testkit.command;

import org.jspecify.annotations.NullMarked;
