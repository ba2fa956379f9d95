package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What becomes of the reconciler charm when something fails, as the Markdown of a documentation
 * page: a table, and the log of each scenario.
 *
 * <p>Each scenario is a simulated Juju with the charm and its neighbours; shown is the
 * config-changed that comes when all has settled.
 */
public final class ReconcilerTable {

  private static final String BEGIN = "<!-- printed by scripts/reconciler-table -->\n";
  private static final String END = "<!-- end of what is printed -->\n";
  private static final String LOGGER = "Reconciler: ";
  private static final String RUN = "Executing component: '";

  private static final Pattern STAMPED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT");

  private static final CharmUnderTest NEIGHBOUR =
      CharmUnderTest.scripted(
          """
          name: neighbour
          requires:
            address: {interface: service-address}
          provides:
            name: {interface: any-application}
          """,
          hook -> {});

  private final Path examples;

  ReconcilerTable(Path examples) {
    this.examples = examples;
  }

  /** Started by {@code scripts/reconciler-table}. */
  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(List.of(arguments), Map.of("update", ""));
    String table = new ReconcilerTable(options.directory()).text();
    if (options.value("update").isEmpty()) {
      System.out.print(table);
    } else {
      Path page = Path.of(options.value("update"));
      Files.writeString(page, updated(Files.readString(page), table));
    }
  }

  /** Returns the page with what is printed replaced. */
  static String updated(String page, String table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "The page has no lines \"%s\" and \"%s\"".formatted(BEGIN.strip(), END.strip()));
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + page.substring(end);
  }

  /** Returns the table and the logs. */
  String text() {
    List<String> rows = new ArrayList<>();
    List<String> logs = new ArrayList<>();
    List<Scenario> scenarios = Scenario.all();
    for (int i = 0; i < scenarios.size(); i++) {
      HookRecord hook = play(scenarios.get(i));
      String title = (i + 1) + ". " + scenarios.get(i).failure();
      List<String> log = log(hook);
      rows.add(
          "| %d | %s | %s | %s |\n"
              .formatted(i + 1, scenarios.get(i).failure(), run(log), status(hook)));
      logs.add("### %s\n\n```text\n%s\n```\n".formatted(title, String.join("\n", log)));
    }
    return "| # | What fails | Run, in this order | Status of the unit |\n|---|---|---|---|\n"
        + String.join("", rows)
        + "\n"
        + String.join("\n", logs);
  }

  private HookRecord play(Scenario scenario) {
    Surroundings around = new Surroundings();
    scenario.cause().accept(around);
    Path directory = examples.resolve("reconciler");
    try (SimulatedJuju juju = SimulatedJuju.seeded(1)) {
      juju.deployOnKubernetes("reconciler", CharmUnderTest.inProcess(around::charm, directory));
      SimulatedUnit unit = juju.unit("reconciler/0");
      around.arrange(unit.container("workload"));
      juju.deploy("neighbour", NEIGHBOUR);
      if (around.hasRelation1()) {
        juju.integrate("reconciler:relation-1", "neighbour:address");
      }
      if (around.hasRelation2()) {
        juju.integrate("reconciler:relation-2", "neighbour:name");
      }
      juju.settle();
      juju.application("reconciler").config("port", 8081);
      return unit.run("config-changed");
    }
  }

  /** Every line but those of a stack trace that say where, and what Pebble says with its clock. */
  private static List<String> log(HookRecord hook) {
    return hook.logs().stream()
        .flatMap(record -> record.text().lines().map(line -> record.level().name() + " " + line))
        .filter(line -> !line.contains("\tat ") && !STAMPED.matcher(line).find())
        .map(line -> line.replace(LOGGER, ""))
        .toList();
  }

  private static String run(List<String> log) {
    return log.stream()
        .filter(line -> line.contains(RUN))
        .map(line -> line.substring(line.indexOf(RUN) + RUN.length(), line.length() - 1))
        .collect(Collectors.joining(", "));
  }

  private static String status(HookRecord hook) {
    String message = hook.status().message();
    return message.isEmpty()
        ? hook.status().status()
        : hook.status().status() + " `" + message + "`";
  }
}
