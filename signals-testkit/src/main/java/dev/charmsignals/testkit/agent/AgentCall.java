package dev.charmsignals.testkit.agent;

import dev.charmsignals.gob.GobStruct;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A call that passed the agent's checks. */
record AgentCall(String command, List<String> arguments, Optional<byte[]> stdin, Path directory) {

  static AgentCall of(GobStruct call) {
    return new AgentCall(
        call.text("CommandName"),
        call.texts("Args"),
        // An empty standard input is not sent, but announced.
        call.flag("StdinSet") ? Optional.of(call.bytes("Stdin")) : Optional.empty(),
        Path.of(call.text("Dir")));
  }
}
