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

  private final Rounds rounds;
  private final PrintStream out;
  private final List<String> complaints = new ArrayList<>();

  private BenchLog(Rounds rounds, PrintStream out) {
    this.rounds = rounds;
    this.out = out;
  }

  /** Started by {@code scripts/bench-log}, with the number of rounds. */
  public static void main(String[] arguments) throws RunnerException {
    Rounds rounds = Rounds.run(Integer.parseInt(arguments[0]), System.out);
    System.exit(new BenchLog(rounds, System.out).print() ? 0 : 1);
  }

  private boolean print() {
    out.println();
    out.println(
        "                                           ns      ns   median of the rounds' ratios");
    out.println(
        "                                         ours   plain   (the least to the greatest)");
    for (String lines : List.of("1", "20", "200")) {
      Comparison decode = rounds.compare("Entry.decode", lines, "Entry.plainRead", lines);
      line("decode", lines + " lines", decode);
      if (decode.ratio() > MOST_FOR_DECODING) {
        complaints.add(
            "decoding %s lines takes %.2f times as long".formatted(lines, decode.ratio()));
      }
      line(
          "decode to a signal",
          lines + " lines",
          rounds.compare("Entry.decodeToSignal", lines, "Entry.plainRead", lines));
      line(
          "encode",
          lines + " lines",
          rounds.compare("Entry.encode", lines, "Entry.plainWrite", lines));
    }
    String behind = WakeUpBenchmark.BEHIND + " behind";
    for (String below : List.of("10", "100", "1000", "4000")) {
      againstPlain("wake-up, all told", "WakeUp.wakeUp", below);
      againstPlain("wake-up, " + behind, "WakeUp.wakeUpBehind", below);
    }
    growth("wake-up, all told", "WakeUp.wakeUp", List.of("100", "1000", "4000"));
    growth("wake-up, " + behind, "WakeUp.wakeUpBehind", List.of("100", "1000", "4000"));
    growth("wake-up, window full", "FullWindow.wakeUp", List.of("100", "1000", "10000"));
    out.println();
    complaints.forEach(complaint -> out.println("TOO SLOW: " + complaint));
    return complaints.isEmpty();
  }

  private void againstPlain(String what, String benchmark, String below) {
    line(what, below + " below", rounds.compare(benchmark, below, "WakeUp.plainRead", below));
  }

  /** Compares a benchmark with itself, where 10 entries lie below the cursor. */
  private void growth(String what, String benchmark, List<String> sizes) {
    for (String below : sizes) {
      Comparison growth = rounds.compare(benchmark, below, benchmark, "10");
      line(what + ", against 10", below + " below", growth);
      if (growth.ratio() > MOST_GROWTH) {
        complaints.add(
            "%s: takes %.2f times as long with %s below the cursor"
                .formatted(what, growth.ratio(), below));
      }
    }
  }

  private void line(String what, String size, Comparison comparison) {
    out.printf(
        "%-31s %11s %7.0f %7.0f   %5.2f (%.2f to %.2f)%n",
        what,
        size,
        comparison.nanoseconds(),
        comparison.plainNanoseconds(),
        comparison.ratio(),
        comparison.lowest(),
        comparison.highest());
  }
}
