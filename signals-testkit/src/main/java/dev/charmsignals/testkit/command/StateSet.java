package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;

/** Stores values in the charm state, also empty ones; keys and values have a limit in bytes. */
record StateSet() implements HookCommand {

  private static final int MAX_KEY = 256;
  private static final int MAX_VALUE = 65536;

  @Override
  public String name() {
    return "state-set";
  }

  @Override
  public String arguments() {
    return "key=value [key=value ...]";
  }

  @Override
  public String summary() {
    return "Set values of the charm state.";
  }

  @Override
  public List<Option> options() {
    return List.of(Option.FILE);
  }

  @Override
  public void run(Call call) {
    Map<String, String> arguments = KeyValues.parse(call.flags().positionals());
    Map<String, String> values = KeyValues.withFile(call, arguments);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      refuseLong(call, "key", MAX_KEY, entry.getKey());
      refuseLong(call, "value", MAX_VALUE, entry.getValue());
    }
    for (Map.Entry<String, String> entry : values.entrySet()) {
      call.context().putCharmState(entry.getKey(), entry.getValue());
    }
  }

  private static void refuseLong(Call call, String what, int limit, String text) {
    if (GoText.bytes(text) > limit) {
      String exceeded = call.context().isBeforeJuju4() ? " exceeded " : ": ";
      throw new CommandFailure(
          "max allowed " + what + " length (" + limit + ")" + exceeded + "quota limit exceeded");
    }
  }
}
