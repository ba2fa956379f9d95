package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.world.JujuFlavour;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Kills the processes of an emitter and its observers, round after round, and sees what arrives.
 *
 * <p>Exits with 0 only if nothing was lost and nothing came twice, all in order.
 */
public final class KillRounds {

  /** What becomes of ten rounds, after which two other units go on in another Juju. */
  private static final int GENERATION = 10;

  private static final int MOST_VIOLATIONS = 10;
  private static final int REPORTED = 10;

  private KillRounds() {}

  /** Started by {@code scripts/kill-rounds}. */
  public static void main(String[] arguments) {
    Options options = Options.parse(List.of(arguments), Map.of("rounds", "500", "seed", "1"));
    PrintStream out = System.out;
    long began = System.nanoTime();
    KillReport report =
        play(
            options.directory(),
            (int) options.number("rounds"),
            options.number("seed"),
            out::println);
    out.printf(
        "%n%sseed %d, %d seconds%n",
        report.summary(), options.number("seed"), (System.nanoTime() - began) / 1_000_000_000);
    System.exit(report.violations().isEmpty() ? 0 : 1);
  }

  /** Plays so many rounds, or until there is enough to complain about. */
  static KillReport play(Path examples, int rounds, long seed, Consumer<String> progress) {
    KillReport report = new KillReport();
    Random random = new Random(seed);
    for (int generation = 0; report.rounds() < rounds; generation++) {
      int left = Math.min(GENERATION, rounds - report.rounds());
      Transport transport = new Transport(generation % 3 == 1 ? "exec" : "socket");
      JujuFlavour flavour = generation % 3 == 0 ? JujuFlavour.JUJU_4 : JujuFlavour.JUJU_3_6;
      try (KilledWorld world = new KilledWorld(examples, flavour, transport, random, report)) {
        world.begin();
        for (int round = 1; round <= left; round++) {
          playRound(world, round);
          report.countRound();
          if (report.rounds() % REPORTED == 0) {
            progress.accept(report.progress());
          }
        }
      } catch (RuntimeException e) {
        report.violation("round %d: %s".formatted(report.rounds() + 1, e));
        report.countRound();
      }
      if (report.violations().size() >= MOST_VIOLATIONS) {
        break;
      }
    }
    return report;
  }

  private static void playRound(KilledWorld world, int round) {
    if (round == GENERATION / 2) {
      world.suspend();
      world.join();
    }
    if (round == GENERATION) {
      world.farewell();
    } else {
      world.burst();
    }
  }
}
