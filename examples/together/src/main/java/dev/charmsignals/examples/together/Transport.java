package dev.charmsignals.examples.together;

import java.util.Map;

/**
 * How the charms reach their agent.
 *
 * @param name {@code socket}, which a charm chooses by itself, or {@code exec}
 */
record Transport(String name) {

  /**
   * Returns what has to be added to a hook's environment: nothing for the socket, so that the
   * environment is exactly Juju's, and a variable that Juju would not set for the hook commands.
   */
  Map<String, String> variables() {
    return name.equals("exec") ? Map.of("CHARM_SIGNALS_TRANSPORT", "exec") : Map.of();
  }

  String inWords() {
    return name.equals("exec") ? "as processes" : "over the agent socket";
  }
}
