package dev.charmsignals.examples.benchmarks.log;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the benchmarks of the log in rounds, and compares within each round.
 *
 * <p>Exits with 0 only if the goals hold.
 */
public final class BenchLog {

  private static final double MOST_FOR_DECODING = 2.0;
  private static final double MOST_GROWTH = 1.5;

  private BenchLog() {}

  /** Started by {@code scripts/bench-log}, with the number of rounds. */
  public static void main(String[] arguments) throws RunnerException {
    Rounds rounds = Rounds.run(Integer.parseInt(arguments[0]), System.out);
    System.exit(print(rounds, System.out) ? 0 : 1);
  }

  private static boolean print(Rounds rounds, PrintStream out) {
    List<String> complaints = new ArrayList<>();
    out.println();
    out.println("                                     ns      ns   ratio of medians");
    out.println("                                   ours   plain   and of each round");
    for (String lines : List.of("1", "20", "200")) {
      Comparison decode = rounds.compare("Entry.decode", lines, "Entry.plainRead", lines);
      line("decode", lines + " lines", decode, out);
      if (decode.ratio() > MOST_FOR_DECODING) {
        complaints.add(
            "decoding %s lines takes %.2f times as long".formatted(lines, decode.ratio()));
      }
      line(
          "decode to a signal",
          lines + " lines",
          rounds.compare("Entry.decodeToSignal", lines, "Entry.plainRead", lines),
          out);
      line(
          "encode",
          lines + " lines",
          rounds.compare("Entry.encode", lines, "Entry.plainWrite", lines),
          out);
    }
    for (String below : List.of("10", "100", "1000", "10000")) {
      line(
          "wake-up, one new",
          below + " below",
          rounds.compare("WakeUp.wakeUp", below, "WakeUp.plainRead", below),
          out);
    }
    for (String below : List.of("100", "1000", "10000")) {
      Comparison growth = rounds.compare("WakeUp.wakeUp", below, "WakeUp.wakeUp", "10");
      line("wake-up, against 10 below", below + " below", growth, out);
      if (growth.ratio() > MOST_GROWTH) {
        complaints.add(
            "a wake-up takes %.2f times as long with %s below".formatted(growth.ratio(), below));
      }
    }
    out.println();
    complaints.forEach(complaint -> out.println("TOO SLOW: " + complaint));
    return complaints.isEmpty();
  }

  private static void line(String what, String size, Comparison comparison, PrintStream out) {
    out.printf(
        "%-25s %11s %7.0f %7.0f   %5.2f (%.2f to %.2f)%n",
        what,
        size,
        comparison.nanoseconds(),
        comparison.plainNanoseconds(),
        comparison.ratio(),
        comparison.lowest(),
        comparison.highest());
  }
}
