package dev.charmsignals.testkit.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints the workload status of the unit, or of its application with all units. */
record StatusGet() implements HookCommand {

  @Override
  public String name() {
    return "status-get";
  }

  @Override
  public String arguments() {
    return "[--include-data] [--application]";
  }

  @Override
  public String summary() {
    return "Print status information.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(
        Option.on("include-data", "Print all status data"),
        Option.on("application", "Print the status of the application and its units"));
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(0);
    boolean data = call.flags().on("include-data");
    boolean wordOnly = !data && call.format(Format.SMART) == Format.SMART;
    boolean application = call.flags().on("application");
    WorkloadStatus status =
        application
            ? Prefixed.get("finding application status: ", call.context()::applicationStatus)
            : call.context().unitStatus();
    if (wordOnly) {
      call.print(new Value.Text(status.status()));
    } else if (application) {
      call.print(ofApplication(status, call.context().unitStatuses(), data));
    } else {
      call.print(new Value.Entries(details(status, data)));
    }
  }

  private static Value ofApplication(
      WorkloadStatus status, Map<String, WorkloadStatus> unitStatuses, boolean data) {
    Map<String, Value> units = new HashMap<>();
    for (Map.Entry<String, WorkloadStatus> unit : unitStatuses.entrySet()) {
      units.put(unit.getKey(), new Value.Entries(details(unit.getValue(), data)));
    }
    Map<String, Value> details = details(status, data);
    details.put("units", new Value.Entries(units));
    return new Value.Entries(Map.of("application-status", new Value.Entries(details)));
  }

  private static Map<String, Value> details(WorkloadStatus status, boolean data) {
    Map<String, Value> details = new HashMap<>();
    details.put("status", new Value.Text(status.status()));
    if (data) {
      details.put("message", new Value.Text(status.message()));
      details.put("status-data", new Value.Entries(Map.of()));
    }
    return details;
  }
}
