package dev.charmsignals.testkit.command;

import java.util.List;

/** Prints which model the other side of a relation lives in. */
record RelationModelGet() implements HookCommand {

  @Override
  public String name() {
    return "relation-model-get";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "Get details about the model of the other side.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(Option.RELATION);
  }

  @Override
  public void run(Call call) {
    int relation = call.requireRelation();
    call.flags().refuseBeyond(0);
    String uuid = call.context().modelUuidOf(relation);
    call.print(Value.Fields.of(new Value.Field("uuid", new Value.Text(uuid))));
  }
}
