package dev.charmsignals.testkit.command;

import java.util.List;

/** Would print parameters; the simulated Juju runs no actions. */
record ActionGet() implements HookCommand {

  @Override
  public String name() {
    return "action-get";
  }

  @Override
  public String arguments() {
    return "[<key>[.<key>.<key>...]]";
  }

  @Override
  public String summary() {
    return "Get action parameters.";
  }

  @Override
  public List<Option> options() {
    return Option.printing();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(1);
    throw new CommandFailure("not running an action");
  }
}
