package dev.charmsignals.testkit.command;

import java.util.List;

/** Sets the workload status of the unit or of its application, at once. */
record StatusSet() implements HookCommand {

  private static final List<String> STATUSES =
      List.of("maintenance", "blocked", "waiting", "active");

  @Override
  public String name() {
    return "status-set";
  }

  @Override
  public String arguments() {
    return "<maintenance | blocked | waiting | active> [message]";
  }

  @Override
  public String summary() {
    return "Set status information.";
  }

  @Override
  public List<Option> options() {
    return List.of(Option.on("application", "Set the status of the application; for its leader"));
  }

  @Override
  public void run(Call call) {
    WorkloadStatus status = status(call.flags());
    if (call.flags().on("application")) {
      call.context().setApplicationStatus(status);
    } else {
      call.context().setUnitStatus(status);
    }
  }

  private static WorkloadStatus status(Flags flags) {
    String status =
        flags
            .positional(0)
            .orElseThrow(() -> new UsageFailure("invalid args, require <status> [message]"));
    if (!STATUSES.contains(status)) {
      throw new UsageFailure(
          "invalid status %s, expected one of [%s]"
              .formatted(GoText.quote(status), String.join(" ", STATUSES)));
    }
    flags.refuseBeyond(2);
    return new WorkloadStatus(status, flags.positional(1).orElse(""));
  }
}
