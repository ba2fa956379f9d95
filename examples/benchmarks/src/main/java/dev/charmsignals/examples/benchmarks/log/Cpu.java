package dev.charmsignals.examples.benchmarks.log;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The processor time of a benchmark's own thread: neighbours on the machine do not count. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cpu {

  static final String NANOSECONDS = "nanoseconds";
  static final String OPERATIONS = "operations";

  /** What the measured operations took together. */
  public long nanoseconds;

  /** How many there were; each benchmark counts its own. */
  public long operations;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long begin;

  /** Starts the clock. */
  @Setup(Level.Iteration)
  public void begin() {
    begin = threads.getCurrentThreadCpuTime();
  }

  /** Stops it. */
  @TearDown(Level.Iteration)
  public void end() {
    nanoseconds += threads.getCurrentThreadCpuTime() - begin;
  }
}
