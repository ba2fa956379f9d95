package dev.charmsignals.examples.benchmarks.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what is measured, once; {@code scripts/bench-log} measures it. */
class BenchmarksTest {

  private final Cpu cpu = new Cpu();

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 200})
  void comparesTheSameBytesThereAndBack(int lines) throws Exception {
    EntryBenchmark benchmark = new EntryBenchmark();
    benchmark.lines = lines;
    benchmark.prepare();

    assertEquals(benchmark.plainWrite(cpu), benchmark.encode(cpu));
    assertEquals(Report.of(lines), benchmark.decodeToSignal(cpu));
    assertEquals(4, benchmark.decode(cpu).snapshot().size());
    assertEquals(4, cpu.operations);
  }

  /** With room left at each size, so that what is compared does the same. */
  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1000, 4000})
  void findsThatNoAcknowledgementIsDue(int below) throws Exception {
    WakeUpBenchmark benchmark = new WakeUpBenchmark();
    benchmark.below = below;
    benchmark.prepare();

    assertFalse(benchmark.wakeUp(cpu));
    assertFalse(benchmark.wakeUpBehind(cpu));
    assertTrue(benchmark.plainRead(cpu) > 0);
    assertEquals(3, cpu.operations);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1000, 10_000})
  void findsThatAnAcknowledgementIsDueWhereTheWindowIsFull(int below) {
    FullWindowBenchmark benchmark = new FullWindowBenchmark();
    benchmark.below = below;
    benchmark.prepare();

    assertTrue(benchmark.wakeUp(cpu));
    assertEquals(1, cpu.operations);
  }

  @Test
  void comparesRoundByRound() {
    Comparison comparison =
        new Comparison(List.of(10.0, 30.0, 50.0, 4.0), List.of(10.0, 10.0, 10.0, 2.0));

    assertEquals(20.0, comparison.nanoseconds());
    assertEquals(10.0, comparison.plainNanoseconds());
    assertEquals(2.5, comparison.ratio());
    assertEquals(1.0, comparison.lowest());
    assertEquals(5.0, comparison.highest());
  }
}
