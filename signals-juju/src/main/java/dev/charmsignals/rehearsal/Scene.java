package dev.charmsignals.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One hook of a rehearsal.
 *
 * @param path what Juju would set as {@code JUJU_DISPATCH_PATH}
 * @param variables what else it would set for this hook
 */
record Scene(String path, Map<String, String> variables) {

  private static final String CHANGED = "hooks/channel-relation-changed";

  private static final Map<String, String> RELATION =
      Map.of(
          "JUJU_RELATION", "channel",
          "JUJU_RELATION_ID", "channel:7",
          "JUJU_REMOTE_UNIT", "other/0",
          "JUJU_REMOTE_APP", "other");

  private static final Map<String, String> ACTION =
      Map.of("JUJU_ACTION_NAME", "greet", "JUJU_ACTION_UUID", "4", "JUJU_ACTION_TAG", "action-4");

  /** The hooks that differ in what they need: a signal, a look around, an action, and processes. */
  static final List<Scene> ALL =
      List.of(
          new Scene(CHANGED, RELATION),
          new Scene("hooks/update-status", Map.of()),
          new Scene("actions/greet", ACTION),
          new Scene(CHANGED, overProcesses(RELATION)));

  private static final String TRANSPORT = "CHARM_SIGNALS_TRANSPORT";

  private static Map<String, String> overProcesses(Map<String, String> variables) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(TRANSPORT, "exec");
    return more;
  }

  /** Whether it runs hook commands, and asks no socket. */
  boolean needsCommands() {
    return variables.containsKey(TRANSPORT);
  }
}
