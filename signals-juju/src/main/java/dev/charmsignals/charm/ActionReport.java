package dev.charmsignals.charm;

import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.logging.LogText;
import dev.charmsignals.model.HookSession;

/**
 * Tells who runs an action why it fails.
 *
 * <p>Juju shows no more than "exit status 1" of a process that failed, and what it wrote to
 * standard error (contract §1.5, §1.6); the stack trace is in the Juju log only.
 */
final class ActionReport {

  private ActionReport() {}

  /** Fails an action that nobody observes; Juju would say the same of a missing program. */
  static void notImplemented(HookSession session, ActionHook action) {
    String reason =
        "action not implemented on unit \""
            .concat(session.environment().unit().value())
            .concat("\"");
    LastResort.write(
        reason.concat("; no observer of on().action(\"").concat(action.action()).concat("\")"));
    session.tools().actions().fail(reason);
  }

  /** Says why an action's handler failed. */
  static void failed(String action, Throwable failure) {
    LastResort.write(
        LogText.visible("Action \"" + action + "\" failed: " + failure)
            + "\nNothing of it is committed; \"juju debug-log\" shows the stack trace");
  }
}
