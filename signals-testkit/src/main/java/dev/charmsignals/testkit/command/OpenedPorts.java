package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Prints the unit's open ports, those of this hook included. */
record OpenedPorts() implements HookCommand {

  @Override
  public String name() {
    return "opened-ports";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "List all ports or port ranges opened by the unit.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(Option.on("endpoints", "display the endpoints of each port range"));
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(0);
    boolean withEndpoints = call.flags().on("endpoints");
    List<String> ports = new ArrayList<>();
    for (Map.Entry<PortRange, Set<String>> entry : call.context().openedPorts().entrySet()) {
      Set<String> endpoints = entry.getValue();
      String names = endpoints.isEmpty() ? "*" : String.join(", ", new TreeSet<>(endpoints));
      ports.add(entry.getKey() + (withEndpoints ? " (" + names + ")" : ""));
    }
    call.print(new Value.Texts(ports));
  }
}
