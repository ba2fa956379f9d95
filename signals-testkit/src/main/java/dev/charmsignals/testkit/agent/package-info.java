/**
 * The agent of a unit whose hooks are processes: its copy of the charm, each process and what it
 * writes, the socket that takes its hook commands (contract sections 1 and 6), and the commands
 * that it finds on its {@code PATH}.
 *
 * <p>What a command does is not known to the socket, which is handed {@link
 * dev.charmsignals.testkit.agent.AgentCommands}; the program hands it those of the running hook.
 * The neighbours are the world, whose hooks are run here, and the test kit above.
 */
@NullMarked
package dev.charmsignals.testkit.agent;

import org.jspecify.annotations.NullMarked;
