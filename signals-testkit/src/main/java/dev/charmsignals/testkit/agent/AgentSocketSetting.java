package dev.charmsignals.testkit.agent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where and how an agent listens during one hook.
 *
 * @param path the socket file; one that is there already is replaced
 * @param contextId the one {@code JUJU_CONTEXT_ID} that is served
 * @param firstTypeId the number of the first gob type the agent defines, 65 or more; clients must
 *     not rely on it
 * @param token the token that calls must carry, as in Juju 3; empty for an agent that has none
 */
public record AgentSocketSetting(
    Path path, String contextId, long firstTypeId, Optional<String> token) {

  /** What Linux can bind, in bytes. */
  private static final int LONGEST_PATH = 107;

  /** Checks that the path is short enough to be bound. */
  public AgentSocketSetting {
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_PATH) {
      throw new IllegalArgumentException(
          "Socket path %s has %d bytes; at most %d can be bound, such as in /tmp"
              .formatted(path, length, LONGEST_PATH));
    }
  }

  /** Returns the setting of a Juju 4 agent, whose type numbers differ from hook to hook. */
  public static AgentSocketSetting of(Path path, String contextId) {
    int encodedBefore = Math.floorMod(contextId.hashCode(), 1000);
    return new AgentSocketSetting(path, contextId, 65 + encodedBefore, Optional.empty());
  }
}
