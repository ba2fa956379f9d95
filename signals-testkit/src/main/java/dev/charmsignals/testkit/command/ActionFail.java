package dev.charmsignals.testkit.command;

import java.util.List;

/** Would fail the action; the simulated Juju runs none. */
record ActionFail() implements HookCommand {

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
    throw new CommandFailure("not running an action");
  }
}
