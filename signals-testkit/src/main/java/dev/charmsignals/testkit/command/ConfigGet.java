package dev.charmsignals.testkit.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints the configuration or one option of it. */
record ConfigGet() implements HookCommand {

  @Override
  public String name() {
    return "config-get";
  }

  @Override
  public String arguments() {
    return "[<key>]";
  }

  @Override
  public String summary() {
    return "Print application configuration.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(new Option(List.of("a", "all"), Option.Kind.SWITCH, "print all keys"));
  }

  @Override
  public void run(Call call) {
    String key = call.flags().positional(0).orElse("");
    boolean all = call.flags().on("a");
    if (all && !key.isEmpty()) {
      throw new UsageFailure("cannot use argument --all together with key " + GoText.quote(key));
    }
    call.flags().refuseBeyond(1);
    Map<String, Value> options = new HashMap<>();
    for (Map.Entry<String, Object> option : call.context().config().entrySet()) {
      options.put(option.getKey(), Value.of(option.getValue()));
    }
    if (!key.isEmpty()) {
      call.print(options.getOrDefault(key, new Value.Nil()));
      return;
    }
    if (all) {
      for (String unset : call.context().unsetConfig()) {
        options.put(unset, new Value.Nil());
      }
    }
    call.print(new Value.Entries(options));
  }
}
