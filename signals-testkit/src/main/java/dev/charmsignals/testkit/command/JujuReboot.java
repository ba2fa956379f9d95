package dev.charmsignals.testkit.command;

import java.util.List;

/** Asks for a reboot of the machine, after the hook or at once. */
record JujuReboot() implements HookCommand {

  @Override
  public String name() {
    return "juju-reboot";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "Reboot the host machine.";
  }

  @Override
  public List<Option> options() {
    return List.of(Option.on("now", "reboot immediately, killing the invoking process"));
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(0);
    if (call.context().action().isPresent()) {
      throw new CommandFailure("juju-reboot is not supported when running an action.");
    }
    call.context().reboot(call.flags().on("now"));
  }
}
