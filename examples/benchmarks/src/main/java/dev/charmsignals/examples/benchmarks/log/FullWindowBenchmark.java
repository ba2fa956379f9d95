package dev.charmsignals.examples.benchmarks.log;

import dev.charmsignals.log.Cursor;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A wake-up with one new entry where the bag is as full as its window allows.
 *
 * <p>At each of these sizes the header alone says that an acknowledgement is due, and nothing is
 * looked at for it. No window holds 10,000 entries, so no emitter of ours writes such a bag; it is
 * here because a pass over what lies below the cursor, or a table of it, would show most in it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FullWindowBenchmark {

  /** How many entries lie below the cursor. */
  @Param({"10", "100", "1000", "10000"})
  public int below;

  private Look look = new Look(1, 2);
  private Optional<Cursor> told = Optional.empty();

  /** Fills the bag. */
  @Setup
  public void prepare() {
    look = new Look(below, Math.min(below + 1, Look.LARGEST));
    told = look.cursor(0);
  }

  /** By a receiver who has acknowledged all but the new one. */
  @Benchmark
  public boolean wakeUp(Cpu cpu) {
    cpu.operations++;
    return look.wakeUp(told);
  }
}
