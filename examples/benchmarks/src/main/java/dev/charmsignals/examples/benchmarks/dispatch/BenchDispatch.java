package dev.charmsignals.examples.benchmarks.dispatch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures the hooks of the same charms in several frameworks, in turns.
 *
 * <p>Exits with 0 only if ours are within their budget.
 */
public final class BenchDispatch {

  private static final int WARM_UP = 3;

  private BenchDispatch() {}

  /**
   * Started by {@code scripts/bench-dispatch} with a directory for notes, the number of rounds, and
   * the contenders as {@link Contender#parse} reads them.
   */
  public static void main(String[] arguments) throws IOException {
    Path notes = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<Contender> contenders = new ArrayList<>();
    for (String argument : List.of(arguments).subList(2, arguments.length)) {
      contenders.addAll(Contender.parse(argument));
    }
    List<Result> results = new ArrayList<>();
    for (Work work : Work.values()) {
      results.addAll(measure(work, contenders, rounds, notes, System.out));
    }
    System.exit(report(results, System.out) ? 0 : 1);
  }

  private static List<Result> measure(
      Work work, List<Contender> contenders, int rounds, Path notes, PrintStream out)
      throws IOException {
    List<Stage> stages = new ArrayList<>();
    try {
      for (Contender contender : contenders) {
        stages.add(new Stage(contender, work, Files.createTempDirectory(notes, work.charm())));
      }
      out.println(work.inWords() + ": " + stages.size() + " charms deployed");
      takeTurns(stages, rounds);
      stages.forEach(Stage::requireDone);
      List<Cost> reference =
          stages.stream()
              .filter(stage -> stage.contender().name().equals(Contender.OPS))
              .findFirst()
              .map(Stage::costs)
              .orElse(List.of());
      return stages.stream()
          .map(stage -> new Result(stage.contender(), work, stage.costs(), reference))
          .toList();
    } finally {
      stages.forEach(Stage::close);
    }
  }

  /** Runs one hook of each in turn, beginning with another one in every round. */
  private static void takeTurns(List<Stage> stages, int rounds) {
    List<Stage> turns = new ArrayList<>(stages);
    for (int i = 0; i < WARM_UP; i++) {
      turns.forEach(Stage::run);
    }
    for (int i = 0; i < rounds; i++) {
      turns.forEach(Stage::measure);
      Collections.rotate(turns, 1);
    }
  }

  private static boolean report(List<Result> results, PrintStream out) {
    out.println();
    out.println(Result.HEAD);
    List<String> complaints = new ArrayList<>();
    for (Result result : results) {
      out.println(result.line());
      String name = result.work().inWords() + ", " + result.contender().inWords();
      result.complaints().forEach(each -> complaints.add(name + ": " + each));
    }
    out.println();
    if (results.stream().noneMatch(result -> result.ratio().isPresent())) {
      out.println("Time is not judged, since there is no ops to compare it with.");
    }
    complaints.forEach(complaint -> out.println("OVER BUDGET: " + complaint));
    return complaints.isEmpty();
  }
}
