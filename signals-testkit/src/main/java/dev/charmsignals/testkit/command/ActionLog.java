package dev.charmsignals.testkit.command;

import java.util.List;

/** Reports the progress of the running action, at once. */
record ActionLog() implements HookCommand {

  @Override
  public String name() {
    return "action-log";
  }

  @Override
  public String arguments() {
    return "<message>";
  }

  @Override
  public String summary() {
    return "Record a progress message for the current action.";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public void run(Call call) {
    if (call.flags().positionals().isEmpty()) {
      throw new UsageFailure("no message specified");
    }
    ActionCall.of(call).log(String.join(" ", call.flags().positionals()));
  }
}
