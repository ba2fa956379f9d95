package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Sets results of the running action. Without arguments it does nothing, anywhere. */
record ActionSet() implements HookCommand {

  private static final Pattern KEY = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
  private static final Set<String> RESERVED =
      Set.of("stdout", "stderr", "stdout-encoding", "stderr-encoding");

  @Override
  public String name() {
    return "action-set";
  }

  @Override
  public String arguments() {
    return "<key>=<value> [<key>=<value> ...]";
  }

  @Override
  public String summary() {
    return "Set action results.";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public void run(Call call) {
    List<String> results = call.flags().positionals();
    results.forEach(ActionSet::check);
    for (String result : results) {
      int equals = result.indexOf('=');
      List<String> path = List.of(result.substring(0, equals).split("\\.", -1));
      ActionCall.of(call).putResult(path, result.substring(equals + 1));
    }
  }

  private static void check(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      throw new UsageFailure(
          "argument " + GoText.quote(argument) + " must be of the form key...=value");
    }
    for (String key : argument.substring(0, equals).split("\\.", -1)) {
      if (!KEY.matcher(key).matches()) {
        throw new UsageFailure(
            "key "
                + GoText.quote(key)
                + " must start and end with lowercase alphanumeric,"
                + " and contain only lowercase alphanumeric and hyphens");
      }
      if (RESERVED.contains(key)) {
        throw new UsageFailure("cannot set reserved action key \"" + key + "\"");
      }
    }
  }
}
