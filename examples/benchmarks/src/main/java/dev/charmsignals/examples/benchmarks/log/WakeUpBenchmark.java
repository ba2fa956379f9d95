package dev.charmsignals.examples.benchmarks.log;

import dev.charmsignals.log.Cursor;
import java.io.IOException;
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
 * A wake-up with one new entry: the whole look at a bag, with what lies below the cursor.
 *
 * <p>The emitter says that its window is the largest one, so at each of these sizes there is room
 * left, and the receiver does the same to find that no acknowledgement is due: it looks at what is
 * not acknowledged, and takes it from the whole. That needs a window which holds the bag, so 4,000
 * is the most here. Where the emitter's own word settles it, {@link FullWindowBenchmark} goes on.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WakeUpBenchmark {

  /**
   * How many entries below the cursor are not acknowledged, where it lags: there are 10 or more.
   */
  static final int BEHIND = 8;

  /** How many entries lie below the cursor. */
  @Param({"10", "100", "1000", "4000"})
  public int below;

  private Look look = new Look(1, Look.LARGEST);
  private Optional<Cursor> told = Optional.empty();
  private Optional<Cursor> behind = Optional.empty();

  /** Fills the bag. */
  @Setup
  public void prepare() {
    look = new Look(below, Look.LARGEST);
    told = look.cursor(0);
    behind = look.cursor(BEHIND);
  }

  /** By a receiver who has acknowledged all but the new one. */
  @Benchmark
  public boolean wakeUp(Cpu cpu) {
    cpu.operations++;
    return look.wakeUp(told);
  }

  /** By a receiver whose acknowledgement is a little behind, as it is between two of them. */
  @Benchmark
  public boolean wakeUpBehind(Cpu cpu) {
    cpu.operations++;
    return look.wakeUp(behind);
  }

  /** The header and the new entry, read plainly. */
  @Benchmark
  public int plainRead(Cpu cpu) throws IOException {
    cpu.operations++;
    return look.plainRead();
  }
}
