package dev.charmsignals.testkit.command;

import java.util.List;

/** Prints the units that have joined a relation, or the application on its other side. */
record RelationList() implements HookCommand {

  @Override
  public String name() {
    return "relation-list";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "List the remote units of a relation.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(
        Option.RELATION,
        Option.on("app", "List remote application instead of participating units"));
  }

  @Override
  public void run(Call call) {
    int relation = call.requireRelation();
    call.flags().refuseBeyond(0);
    if (call.flags().on("app")) {
      call.print(new Value.Text(call.context().relationApplication(relation)));
    } else {
      call.print(Value.sorted(call.context().relationMembers(relation)));
    }
  }
}
