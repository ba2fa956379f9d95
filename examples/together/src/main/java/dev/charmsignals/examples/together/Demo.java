package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.archive.CharmArchive;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs both example charms for real in a simulated Juju, tells what happens, and checks it.
 *
 * <p>The charms are deployed as they were packed. Every hook is a process, started through the
 * charm's {@code dispatch}. Exits with 0 only if every signal arrived where it had to, once and in
 * order.
 */
public final class Demo {

  private Demo() {}

  /** Started by {@code scripts/demo}. */
  public static void main(String[] arguments) {
    Options options = Options.parse(List.of(arguments), Map.of("transport", "socket", "seed", "1"));
    System.exit(run(options, System.out) ? 0 : 1);
  }

  private static boolean run(Options options, PrintStream out) {
    Transport transport = new Transport(options.value("transport"));
    Map<String, String> variables = transport.variables();
    Path examples = options.directory();
    long began = System.nanoTime();
    try (SimulatedJuju juju = SimulatedJuju.seeded(options.number("seed"))) {
      juju.watch(new HookPrinter(out)::print);
      CharmArchive installer = Charms.archive(examples, "installer");
      CharmArchive panel = Charms.archive(examples, "panel");
      out.printf("Deploys what was packed:%n%s%s", line(installer), line(panel));
      Story story =
          new Story(
              juju,
              CharmUnderTest.packed(installer.file(), variables),
              CharmUnderTest.packed(panel.file(), variables),
              title -> out.printf("%n== %s%n", title));
      story.play();

      out.printf("%n== What juju status shows%n%n%s", juju.status());
      Verdict verdict = Verdict.of(juju.hooks(), story.observersSince());
      out.printf("%n== What every observer heard of every emitter%n%n%s", verdict.table());
      out.printf(
          "%n%d hooks, each a process of a packed charm, ran %d hook commands %s in %d seconds; seed %d%n",
          juju.hooks().size(),
          juju.hooks().stream().mapToInt(hook -> hook.commands().size()).sum(),
          transport.inWords(),
          (System.nanoTime() - began) / 1_000_000_000,
          juju.seed());
      out.println(verdict.summary());
      return verdict.isGood();
    }
  }

  private static String line(CharmArchive charm) {
    try {
      return "  %s, %.1f MiB%n".formatted(charm.file(), Files.size(charm.file()) / 1_048_576.0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
