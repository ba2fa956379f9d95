package dev.charmsignals.testkit.command;

import java.util.List;

/** Marks the running action as failed, which goes on all the same. */
record ActionFail() implements HookCommand {

  private static final String UNEXPLAINED =
      "action failed without reason given, check action for errors";

  @Override
  public String name() {
    return "action-fail";
  }

  @Override
  public String arguments() {
    return "[\"<failure message>\"]";
  }

  @Override
  public String summary() {
    return "Set action fail status with message.";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(1);
    ActionCall.of(call).fail(call.flags().positional(0).orElse(UNEXPLAINED));
  }
}
