package dev.charmsignals.testkit.command;

import java.util.List;

/** Prints whether this unit leads its application for at least the next 30 seconds. */
record IsLeader() implements HookCommand {

  @Override
  public String name() {
    return "is-leader";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "Print application leadership status.";
  }

  @Override
  public List<Option> options() {
    return Option.printing();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(0);
    boolean leader = Prefixed.get("leadership status unknown: ", call.context()::isLeader);
    call.print(new Value.Flag(leader));
  }
}
