package dev.charmsignals.testkit.command;

/** The action that a call of its commands belongs to. */
final class ActionCall {

  private ActionCall() {}

  static ActionContext of(Call call) {
    return call.context().action().orElseThrow(() -> new CommandFailure("not running an action"));
  }
}
