package dev.charmsignals.examples.together;

import dev.charmsignals.examples.installer.InstallerCharm;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.agent.ToolsDirectory;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one relation-changed cost in which one signal was delivered.
 *
 * @param transport how the charm reached its agent
 * @param commands the hook commands that the agent was asked for, in order
 * @param processes the hook commands that were started as processes, in order
 * @param programs how many processes the hook's own one started, by the kernel's account; empty
 *     without strace
 * @param classes the names of the classes that the JVM loaded
 */
record HookCost(
    Transport transport,
    List<String> commands,
    List<String> processes,
    OptionalInt programs,
    List<String> classes) {

  private static final int MOST_PROCESSES = 3;

  /** What a handler asked for, as opposed to what it takes to deliver a signal to it. */
  private static final Set<String> OF_THE_CHARM = Set.of("status-get", "status-set", "juju-log");

  private static final List<String> UNWANTED =
      List.of(
          "com.fasterxml.jackson.databind.",
          "com.fasterxml.jackson.dataformat.yaml.",
          "dev.charmsignals.pebble.",
          "org.yaml.snakeyaml.");

  /**
   * Runs the charm for real, has it sent one signal, and looks at the hook that delivers it.
   *
   * @param strace whether to count processes with strace, too
   */
  static HookCost measure(Path examples, String charm, Transport transport, boolean strace) {
    try (Scratch scratch = new Scratch()) {
      Path directory = Charms.directory(examples, charm);
      Optional<StracedCharm> straced =
          strace
              ? Optional.of(StracedCharm.of(directory, scratch.directory("straced")))
              : Optional.empty();
      return measure(
          Charms.directory(examples, "installer"),
          straced.map(StracedCharm::directory).orElse(directory),
          transport,
          scratch.directory("records"),
          straced);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot measure " + charm, e);
    }
  }

  private static HookCost measure(
      Path installer,
      Path observer,
      Transport transport,
      Path records,
      Optional<StracedCharm> straced)
      throws IOException {
    Path processes = records.resolve("processes");
    Path classes = records.resolve("classes");
    Map<String, String> variables = new HashMap<>(transport.variables());
    variables.put(ToolsDirectory.TRACE, processes.toString());
    variables.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);

    try (SimulatedJuju juju = SimulatedJuju.seeded(1)) {
      juju.deploy("installer", CharmUnderTest.inProcess(InstallerCharm::new, installer));
      juju.deploy("observer", CharmUnderTest.directory(observer, variables));
      juju.integrate("installer:channel", "observer:channel");
      juju.settle();

      juju.application("installer").config("fail", true);
      juju.unit("installer/0").settle();
      Files.deleteIfExists(processes);
      Files.delete(classes);
      List<HookRecord> hooks = juju.unit("observer/0").settle();
      if (hooks.size() != 1 || hooks.get(0).changes().isEmpty()) {
        throw new IllegalStateException("Not one hook that takes one signal: " + hooks);
      }
      return new HookCost(
          transport,
          hooks.get(0).commands().stream().map(CommandRecord::command).toList(),
          Files.exists(processes) ? Files.readAllLines(processes) : List.of(),
          straced.isPresent() ? OptionalInt.of(straced.get().programs()) : OptionalInt.empty(),
          loaded(Files.readAllLines(classes)));
    }
  }

  List<String> commandsForTheSignal() {
    return commands.stream().filter(command -> !OF_THE_CHARM.contains(command)).toList();
  }

  List<String> commandsForTheCharm() {
    return commands.stream().filter(OF_THE_CHARM::contains).toList();
  }

  /** Returns the loaded classes that no usual hook may need. */
  List<String> unwantedClasses() {
    return classes.stream().filter(name -> UNWANTED.stream().anyMatch(name::startsWith)).toList();
  }

  /** Returns what is over the budget; empty if nothing is. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    List<String> expected = transport.name().equals("exec") ? commands : List.<String>of();
    if (!processes.equals(expected)) {
      complaints.add("started the processes %s instead of %s".formatted(processes, expected));
    }
    if (programs.isPresent() && programs.getAsInt() != expected.size()) {
      complaints.add(
          "started %d processes instead of %d".formatted(programs.getAsInt(), expected.size()));
    }
    if (commandsForTheSignal().size() > MOST_PROCESSES) {
      complaints.add("ran " + commandsForTheSignal() + " to deliver a signal");
    }
    if (classes.isEmpty() || !unwantedClasses().isEmpty()) {
      complaints.add(
          "loaded %d classes, %s among them".formatted(classes.size(), unwantedClasses()));
    }
    return complaints;
  }

  /** Reads lines such as {@code [0.012s][info][class,load] java.lang.Object source: jrt:/...}. */
  private static List<String> loaded(List<String> lines) {
    List<String> names = new ArrayList<>();
    for (String line : lines) {
      int source = line.indexOf(" source:");
      if (source > 0) {
        names.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
      }
    }
    return names;
  }
}
