package dev.charmsignals.testkit;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ApplicationFacts;
import dev.charmsignals.testkit.world.RelationFacts;
import dev.charmsignals.testkit.world.UnitFacts;
import dev.charmsignals.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a model down as {@code juju status --relations} does. */
final class StatusTable {

  private final StringBuilder text = new StringBuilder();

  private StatusTable() {}

  static String of(World world) {
    StatusTable table = new StatusTable();
    table.block(
        List.of(
            List.of("Model", "Version"), List.of("simulated", world.view().flavour().version())));
    table.block(applications(world));
    table.block(units(world));
    table.block(relations(world));
    return table.text.toString();
  }

  private static List<List<String>> applications(World world) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("App", "Version", "Status", "Scale", "Charm", "Message"));
    for (ApplicationFacts application : world.view().applications()) {
      WorkloadStatus status = shown(world, application);
      rows.add(
          List.of(
              application.name(),
              application.version(),
              status.status(),
              Integer.toString(application.units().size()),
              application.charm(),
              status.message()));
    }
    return rows;
  }

  /** Juju shows a unit's status for an application whose leader has set none. */
  private static WorkloadStatus shown(World world, ApplicationFacts application) {
    Optional<String> speaker =
        application.leader().or(() -> application.units().stream().findFirst());
    return application.status().status().isEmpty()
        ? speaker
            .flatMap(world.view()::unit)
            .map(UnitFacts::status)
            .orElse(new WorkloadStatus("unknown", ""))
        : application.status();
  }

  private static List<List<String>> units(World world) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Unit", "Workload", "Agent", "Address", "Ports", "Message"));
    for (UnitFacts unit : world.view().units()) {
      boolean error = unit.agentStatus().status().equals("error");
      WorkloadStatus workload = error ? unit.agentStatus() : unit.status();
      rows.add(
          List.of(
              unit.name() + (unit.leads() ? "*" : ""),
              workload.status(),
              error ? "idle" : unit.agentStatus().status(),
              unit.address(),
              String.join(",", unit.openedPorts().stream().sorted().toList()),
              workload.message()));
    }
    return rows;
  }

  private static List<List<String>> relations(World world) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Integration provider", "Requirer", "Interface", "Type", "Message"));
    for (RelationFacts relation : world.view().relations()) {
      rows.add(
          List.of(
              relation.provider(),
              relation.requirer(),
              relation.interfaceName(),
              relation.peers() ? "peer" : "regular",
              relation.life().equals("joined") ? "" : relation.life()));
    }
    return rows;
  }

  private void block(List<List<String>> rows) {
    if (rows.size() == 1) {
      return;
    }
    if (!text.isEmpty()) {
      text.append('\n');
    }
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i).lines().findFirst().orElse("");
        line.append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length()) + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
