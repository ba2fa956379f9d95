package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.Map;
import java.util.Set;

/**
 * A unit as an operator can look at it.
 *
 * @param name such as {@code panel/0}
 * @param application which application it belongs to
 * @param life {@code alive} or {@code dying}
 * @param leads whether it is the leader
 * @param status what the charm says
 * @param agentStatus what the agent says: {@code allocating}, {@code idle} or {@code error}
 * @param address its address
 * @param charmState the charm state as committed
 * @param openedPorts such as {@code 80/tcp}
 */
public record UnitFacts(
    String name,
    String application,
    String life,
    boolean leads,
    WorkloadStatus status,
    WorkloadStatus agentStatus,
    String address,
    Map<String, String> charmState,
    Set<String> openedPorts) {

  /** Copies what it is given. */
  public UnitFacts {
    charmState = Map.copyOf(charmState);
    openedPorts = Set.copyOf(openedPorts);
  }
}
