package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;

/** Prints a databag or one of its values. */
record RelationGet() implements HookCommand {

  @Override
  public String name() {
    return "relation-get";
  }

  @Override
  public String arguments() {
    return "[<key>|-] [<unit>|<app>]";
  }

  @Override
  public String summary() {
    return "Get relation settings.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(
        Option.RELATION, Option.on("app", "Get the databag of the application, not of a unit"));
  }

  @Override
  public void run(Call call) {
    int relation = call.requireRelation();
    Bag bag = Bag.of(call);
    call.flags().refuseBeyond(2);
    Map<String, String> settings = bag.read(call.context(), relation);
    String key = call.flags().positional(0).orElse("-");
    if (key.isEmpty() || key.equals("-")) {
      call.print(Value.ofTexts(settings));
    } else if (settings.containsKey(key)) {
      call.print(new Value.Text(settings.getOrDefault(key, "")));
    } else {
      call.print(new Value.Nil());
    }
  }
}
