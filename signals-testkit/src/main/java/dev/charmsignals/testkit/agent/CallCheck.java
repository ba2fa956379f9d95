package dev.charmsignals.testkit.agent;

import dev.charmsignals.gob.GobStruct;
import dev.charmsignals.gob.JujucMessages;
import java.util.Optional;

/** What is wrong with a call, checked in the agent's order before anything runs. */
final class CallCheck {

  private final AgentSocketSetting setting;

  CallCheck(AgentSocketSetting setting) {
    this.setting = setting;
  }

  /** Returns the error of a call to something other than the one method there is. */
  Optional<String> errorInMethod(String method) {
    if (method.equals(JujucMessages.METHOD)) {
      return Optional.empty();
    }
    int dot = method.lastIndexOf('.');
    if (dot < 0) {
      return Optional.of("rpc: service/method request ill-formed: " + method);
    }
    boolean knownService = method.substring(0, dot).equals("Jujuc");
    return Optional.of("rpc: can't find " + (knownService ? "method " : "service ") + method);
  }

  /** Returns the error of a call that must not run. */
  Optional<String> errorIn(GobStruct call) {
    if (setting.token().isPresent() && !setting.token().get().equals(call.text("Token"))) {
      return Optional.of("bad request: token does not match");
    }
    if (call.text("CommandName").isEmpty()) {
      return Optional.of("bad request: command not specified");
    }
    if (!call.text("Dir").startsWith("/")) {
      return Optional.of("bad request: Dir is not absolute");
    }
    if (call.text("Dir").indexOf('\0') >= 0) {
      return Optional.of("bad request: Dir is no path that the simulation can have");
    }
    String contextId = call.text("ContextId");
    if (!contextId.equals(setting.contextId())) {
      return Optional.of("bad request: wrong context ID; got \"" + contextId + "\"");
    }
    if (call.isCut("Stdin")) {
      return Optional.of("bad request: more standard input than the simulation can hold");
    }
    return Optional.empty();
  }
}
