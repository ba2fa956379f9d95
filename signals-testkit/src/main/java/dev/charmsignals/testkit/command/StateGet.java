package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;

/** Prints the charm state or one value of it; a missing key is an empty text. */
record StateGet() implements HookCommand {

  @Override
  public String name() {
    return "state-get";
  }

  @Override
  public String arguments() {
    return "[<key>]";
  }

  @Override
  public String summary() {
    return "Print a value of the charm state.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(
        Option.on("strict", "Return an error if the requested key does not exist"));
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(1);
    String key = call.flags().positional(0).orElse("-");
    Map<String, String> state = call.context().charmState();
    if (key.isEmpty() || key.equals("-")) {
      call.print(state.isEmpty() ? new Value.NoEntries() : Value.ofTexts(state));
    } else if (call.flags().on("strict") && !state.containsKey(key)) {
      throw new CommandFailure(GoText.quote(key) + " not found");
    } else {
      call.print(new Value.Text(state.getOrDefault(key, "")));
    }
  }
}
