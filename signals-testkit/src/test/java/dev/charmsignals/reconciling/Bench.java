package dev.charmsignals.reconciling;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.reconciler.Reconciler;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A charm that is nothing but a reconciler, one unit of it, and what its hooks did. */
final class Bench {

  static final String METADATA =
      """
      name: app
      requires:
        relation-a: {interface: any}
        relation-b: {interface: any}
      """;

  private static final String PREFIX = "Reconciler: ";

  final SimulatedJuju juju;
  final List<String> calls = new ArrayList<>();

  private Bench(SimulatedJuju juju) {
    this.juju = juju;
  }

  /** Makes a bench whose charm is not deployed yet. */
  static Bench in(SimulatedJuju juju) {
    return new Bench(juju.automaticallyRetryHooks(false));
  }

  Part part(String name) {
    return new Part(name, calls);
  }

  /** Deploys a charm whose reconciler gets the default handlers, and lets it settle. */
  Bench deploy(BiConsumer<Reconciler, CharmContext> components) {
    return deployBare(
        (reconciler, context) -> {
          components.accept(reconciler, context);
          reconciler.installDefaultHandlers();
        });
  }

  /** Deploys a charm whose reconciler gets what the test gives it, and lets it settle. */
  Bench deployBare(BiConsumer<Reconciler, CharmContext> components) {
    juju.deploy(
        "app", CharmUnderTest.inProcess(context -> new Reconciling(context, components), METADATA));
    juju.settle();
    calls.clear();
    return this;
  }

  SimulatedUnit unit() {
    return juju.unit("app/0");
  }

  /** Runs an update-status, and nothing else. */
  HookRecord updateStatus() {
    return unit().updateStatus().run("update-status");
  }

  WorkloadStatus status() {
    return unit().status();
  }

  /** Returns what the reconciler logged in a hook, as {@code LEVEL text}, first lines only. */
  static List<String> log(HookRecord hook) {
    return hook.logs().stream()
        .flatMap(record -> record.text().lines().map(line -> record.level().name() + " " + line))
        .filter(line -> line.contains(" " + PREFIX))
        .map(line -> line.replace(PREFIX, ""))
        .toList();
  }

  /** Returns the lines that say how the components stand. */
  static List<String> statuses(HookRecord hook) {
    return log(hook).stream()
        .filter(line -> line.startsWith("INFO Status: "))
        .map(line -> line.substring("INFO Status: ".length()))
        .toList();
  }

  /** Returns what a hook told Juju to show, in order. */
  static List<String> statusSets(HookRecord hook) {
    return hook.commands().stream()
        .filter(command -> command.command().equals("status-set"))
        .map(CommandRecord::arguments)
        .map(arguments -> String.join(" ", arguments.subList(1, arguments.size())))
        .toList();
  }

  /** The charm. */
  private static final class Reconciling extends Charm {
    Reconciling(CharmContext context, BiConsumer<Reconciler, CharmContext> components) {
      super(context);
      components.accept(new Reconciler(context), context);
    }
  }
}
