package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;

/** Changes the own databag of a relation, or the application's; an empty value deletes. */
record RelationSet() implements HookCommand {

  @Override
  public String name() {
    return "relation-set";
  }

  @Override
  public String arguments() {
    return "key=value [key=value ...]";
  }

  @Override
  public String summary() {
    return "Set relation settings.";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.RELATION,
        Option.FILE,
        Option.on("app", "Set the databag of the application, not of the unit"),
        Option.OLD_FORMAT);
  }

  @Override
  public void run(Call call) {
    int relation = call.requireRelation();
    Map<String, String> arguments = KeyValues.parse(call.flags().positionals());
    call.warnOfOldFormat(name());
    Map<String, String> settings = KeyValues.withFile(call, arguments);
    if (call.flags().on("app")) {
      writeApplicationBag(call.context(), relation, settings);
    } else {
      Prefixed.run(
          "cannot read relation settings: ", () -> call.context().writeUnitBag(relation, settings));
    }
  }

  private static void writeApplicationBag(
      CommandContext context, int relation, Map<String, String> settings) {
    boolean leader = Prefixed.get("cannot determine leadership status: ", context::isLeader);
    if (!leader) {
      throw new CommandFailure("cannot write relation settings");
    }
    Prefixed.run(
        "cannot read relation application settings: ",
        () -> context.writeApplicationBag(relation, settings));
  }
}
