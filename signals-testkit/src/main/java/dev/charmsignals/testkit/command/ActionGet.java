package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the parameters of the running action, or one of them. */
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
    ActionContext action = ActionCall.of(call);
    String path = call.flags().positional(0).orElse("");
    call.print(Value.of(path.isEmpty() ? action.parameters() : find(action.parameters(), path)));
  }

  /** A path goes through maps only; whatever else it meets is a miss. */
  private static @Nullable Object find(Map<String, Object> parameters, String path) {
    Object here = parameters;
    for (String key : path.split("\\.", -1)) {
      if (!(here instanceof Map<?, ?> map)) {
        return null;
      }
      here = map.get(key);
    }
    return here;
  }
}
