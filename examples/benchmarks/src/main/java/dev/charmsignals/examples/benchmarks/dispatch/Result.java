package dev.charmsignals.examples.benchmarks.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What one contender took for one kind of work.
 *
 * @param costs its hooks, round by round
 * @param reference those of ops in the same rounds; empty where ops was not measured
 */
record Result(Contender contender, Work work, List<Cost> costs, List<Cost> reference) {

  static final String HEAD =
      "| %-19s | %-6s | %-6s | %-17s | %-18s | %-13s | %6s | %9s |%n|---|---|---|---|---|---|---|---|"
          .formatted("Hook", "charm", "over", "ms", "of ops", "processor ms", "MiB", "processes");

  private static final int MOST_PROCESSES = 3;
  private static final double MOST_MEMORY = 48;

  /** Returns the median of the ratios: a round with a busy neighbour does not move it. */
  Optional<Spread> ratio() {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Spread.of(
            IntStream.range(0, costs.size())
                .mapToObj(i -> costs.get(i).wall() / reference.get(i).wall())
                .toList()));
  }

  /** Returns what is over the budget; empty if nothing is, or the charm is not ours. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    if (!contender.ours()) {
      return complaints;
    }
    boolean socket = contender.transport().equals("socket");
    if (socket || work.isBare()) {
      double most = socket && contender.release() >= 25 ? 0.35 : 0.5;
      ratio()
          .filter(ratio -> ratio.median() > most)
          .ifPresent(
              ratio -> complaints.add("takes %s of ops, not %.2f".formatted(ratio.text(2), most)));
      int processes = socket ? 0 : MOST_PROCESSES;
      if (processes() > processes) {
        complaints.add("starts %d processes, not %d".formatted(processes(), processes));
      }
    }
    if (memory() > MOST_MEMORY) {
      complaints.add("takes %.1f MiB, not %.0f".formatted(memory(), MOST_MEMORY));
    }
    return complaints;
  }

  /** Returns the line of the table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "| %-19s | %-6s | %-6s | %-17s | %-18s | %-13s | %6.1f | %9d |",
        work.inWords(),
        contender.name(),
        contender.transport(),
        of(Cost::wall).text(0),
        ratio().map(ratio -> ratio.text(2)).orElse("-"),
        of(Cost::cpu).text(0),
        memory(),
        processes());
  }

  private double memory() {
    return of(Cost::memory).median();
  }

  private int processes() {
    return (int) of(Cost::processes).median();
  }

  private Spread of(ToDoubleFunction<Cost> number) {
    return Spread.of(costs.stream().map(number::applyAsDouble).toList());
  }
}
