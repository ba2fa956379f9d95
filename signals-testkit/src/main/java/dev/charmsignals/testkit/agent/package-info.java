/**
 * The agent's side of the hook command protocol (contract section 6): its socket, and the commands
 * that a process finds on its {@code PATH}.
 *
 * <p>What a command does is not known here; whoever runs a hook hands in {@link
 * dev.charmsignals.testkit.agent.AgentCommands}, usually the commands of {@code command}.
 */
@NullMarked
package dev.charmsignals.testkit.agent;

import org.jspecify.annotations.NullMarked;
