package dev.charmsignals.testkit.agent;

import dev.charmsignals.CharmSignalsException;
import java.util.List;

/**
 * A hook's process has ended, and something it started still holds a connection to the agent.
 *
 * <p>Juju would wait for ever and run no other hook of the unit (contract section 1.8).
 */
public final class BlockedAgentException extends CharmSignalsException {

  private final String unit;
  private final String hook;
  private final transient List<OpenConnection> connections;

  BlockedAgentException(String unit, String hook, List<OpenConnection> connections) {
    super(
        "Hook \"%s\" of \"%s\" left connections to its agent open, for which Juju waits for ever: %s"
            .formatted(hook, unit, connections));
    this.unit = unit;
    this.hook = hook;
    this.connections = List.copyOf(connections);
  }

  /** Returns the unit whose agent is blocked. */
  public String unit() {
    return unit;
  }

  /** Returns the hook's name. */
  public String hook() {
    return hook;
  }

  /** Returns the connections, with the commands they were used for. */
  public List<OpenConnection> connections() {
    return connections;
  }
}
