package dev.charmsignals.examples.benchmarks.log;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Entry;
import dev.charmsignals.snapshot.RestoreException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One entry: from a signal to text, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EntryBenchmark {

  /** How many lines the report has: an entry of 0.2, 1 and 10 KiB. */
  @Param({"1", "20", "200"})
  public int lines;

  private final Reports reports = new Reports();
  private Report report = Report.of(1);
  private String text = "";

  /** Makes the signal. */
  @Setup
  public void prepare() throws IOException {
    report = Report.of(lines);
    text = reports.entry(report);
    String plain = Plain.write(report, Reports.AT);
    if (!text.equals(plain)) {
      throw new IllegalStateException("Not the same text: " + text + " and " + plain);
    }
  }

  /** From the text to an entry. */
  @Benchmark
  public Entry decode(Cpu cpu) throws MalformedException {
    cpu.operations++;
    return Entry.parse(1, text);
  }

  /** From the text to a signal. */
  @Benchmark
  public Report decodeToSignal(Cpu cpu) throws MalformedException, RestoreException {
    cpu.operations++;
    return reports.report.decode(Entry.parse(1, text).snapshot());
  }

  /** The same bytes, read plainly. */
  @Benchmark
  public int plainRead(Cpu cpu) throws IOException {
    cpu.operations++;
    return Plain.read(text);
  }

  /** From a signal to the text in the bag. */
  @Benchmark
  public String encode(Cpu cpu) {
    cpu.operations++;
    return reports.entry(report);
  }

  /** The same bytes, written plainly. */
  @Benchmark
  public String plainWrite(Cpu cpu) throws IOException {
    cpu.operations++;
    return Plain.write(report, Reports.AT);
  }
}
