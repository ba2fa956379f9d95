package dev.charmsignals.examples.benchmarks.log;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times of all benchmarks, round by round: what is compared was run within the same few minutes.
 */
final class Rounds {

  private static final String PACKAGE = Rounds.class.getPackageName();
  private static final TimeValue WARM_UP = TimeValue.seconds(2);
  private static final TimeValue MEASURE = TimeValue.milliseconds(400);

  private final Map<String, List<Double>> times = new HashMap<>();

  private Rounds() {}

  static Rounds run(int count, PrintStream out) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(PACKAGE + ".*")
            .forks(1)
            // On a busy machine code would be measured before it is compiled.
            .jvmArgsAppend("-Xbatch")
            .warmupIterations(3)
            .warmupTime(WARM_UP)
            .measurementIterations(4)
            .measurementTime(MEASURE)
            .verbosity(VerboseMode.SILENT)
            .build();
    Rounds rounds = new Rounds();
    for (int i = 1; i <= count; i++) {
      rounds.add(new Runner(options).run());
      out.printf("round %d of %d%n", i, count);
    }
    return rounds;
  }

  /** Compares two benchmarks, such as {@code Entry.decode} with 20 lines. */
  Comparison compare(String ours, String parameter, String plain, String plainParameter) {
    return new Comparison(of(ours, parameter), of(plain, plainParameter));
  }

  private List<Double> of(String benchmark, String parameter) {
    List<Double> found = times.get(benchmark + " " + parameter);
    if (found == null) {
      throw new IllegalStateException(
          "There is no %s with %s; there are %s".formatted(benchmark, parameter, times.keySet()));
    }
    return found;
  }

  private void add(Collection<RunResult> results) {
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      String parameter = params.getParam(params.getParamsKeys().iterator().next());
      String name =
          params.getBenchmark().substring(PACKAGE.length() + 1).replace("Benchmark.", ".");
      times
          .computeIfAbsent(name + " " + parameter, key -> new ArrayList<>())
          .add(score(result, Cpu.NANOSECONDS) / score(result, Cpu.OPERATIONS));
    }
  }

  private static double score(RunResult result, String counter) {
    Result<?> counted = result.getSecondaryResults().get(counter);
    if (counted == null) {
      throw new IllegalStateException("A benchmark without " + counter);
    }
    return counted.getScore();
  }
}
