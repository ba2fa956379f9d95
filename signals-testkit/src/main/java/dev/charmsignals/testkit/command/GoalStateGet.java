package dev.charmsignals.testkit.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints what the model is heading for. */
record GoalStateGet() implements HookCommand {

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "goal-state";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "Print the status of the charm's peers and related units.";
  }

  @Override
  public List<Option> options() {
    return Option.printingPlain();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(0);
    GoalState goals = call.context().goalState();
    Map<String, Value> relations = new HashMap<>();
    goals.relations().forEach((endpoint, other) -> relations.put(endpoint, goals(other)));
    call.print(
        Value.Fields.of(
            new Value.Field("units", goals(goals.units())),
            new Value.Field("relations", new Value.Entries(relations))),
        Format.YAML);
  }

  private static Value goals(Map<String, GoalState.Goal> goals) {
    Map<String, Value> values = new HashMap<>();
    for (Map.Entry<String, GoalState.Goal> entry : goals.entrySet()) {
      GoalState.Goal goal = entry.getValue();
      values.put(
          entry.getKey(),
          Value.Fields.of(
              new Value.Field("status", new Value.Text(goal.status())),
              new Value.Field("since", new Value.Text(SINCE.format(goal.since())))));
    }
    return new Value.Entries(values);
  }
}
