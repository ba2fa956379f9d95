package dev.charmsignals.examples.together;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells what one hook costs that delivers one signal: processes, hook commands, loaded classes.
 *
 * <p>Exits with 0 only if that is within the budget.
 */
public final class DispatchCost {

  private DispatchCost() {}

  /** Started by {@code scripts/dispatch-cost}. */
  public static void main(String[] arguments) {
    Options options = Options.parse(List.of(arguments), Map.of("strace", "no"));
    System.exit(run(options, System.out) ? 0 : 1);
  }

  private static boolean run(Options options, PrintStream out) {
    List<String> complaints = new ArrayList<>();
    out.printf(
        "%-14s %-9s %9s %6s  %-35s %-21s %7s%n",
        "charm",
        "transport",
        "processes",
        "strace",
        "commands for the signal",
        "and for the charm",
        "classes");
    for (String charm : List.of("bare-observer", "panel")) {
      for (String transport : List.of("socket", "exec")) {
        HookCost cost =
            HookCost.measure(
                options.directory(),
                charm,
                new Transport(transport),
                options.value("strace").equals("yes"));
        out.printf(
            "%-14s %-9s %9d %6s  %-35s %-21s %7d%n",
            charm,
            transport,
            cost.processes().size(),
            cost.programs().isPresent() ? cost.programs().getAsInt() : "-",
            String.join(", ", cost.commandsForTheSignal()),
            String.join(", ", cost.commandsForTheCharm()),
            cost.classes().size());
        cost.complaints().forEach(each -> complaints.add(charm + ", " + transport + ": " + each));
      }
    }
    out.println();
    complaints.forEach(complaint -> out.println("OVER BUDGET: " + complaint));
    if (complaints.isEmpty()) {
      out.println("Within the budget: a signal takes no process over the socket, at most 3 over");
      out.println("executables, and no class of databind or of a YAML parser.");
    }
    return complaints.isEmpty();
  }
}
