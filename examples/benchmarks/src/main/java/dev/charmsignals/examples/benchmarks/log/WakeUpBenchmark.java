package dev.charmsignals.examples.benchmarks.log;

import dev.charmsignals.log.BagKeys;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Header;
import dev.charmsignals.log.IncomingLog;
import dev.charmsignals.log.Reading;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** A wake-up with one new entry: the whole look at a bag, with what lies below the cursor. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WakeUpBenchmark {

  /** How many entries lie below the cursor. */
  @Param({"10", "100", "1000", "10000"})
  public int below;

  private final Map<String, String> bag = new LinkedHashMap<>();
  private long bytes;
  private Optional<Cursor> cursor = Optional.empty();

  /** Fills the bag. */
  @Setup
  public void prepare() {
    String text = new Reports().entry(Report.of(1));
    for (int seq = 1; seq <= below + 1; seq++) {
      bag.put(BagKeys.entry(seq), text);
      bytes += text.length();
    }
    bag.put(
        BagKeys.HEADER,
        "{\"v\":1,\"id\":\"%s\",\"head\":%d,\"floor\":0,\"members\":{\"%s\":0}}"
            .formatted(Reports.EMITTER, below + 1, Reports.SELF));
    cursor = Optional.of(new Cursor(Reports.EMITTER, below, below));
    Reading reading = look();
    if (reading.arrivals().size() != 1) {
      throw new IllegalStateException("Not one new entry: " + reading);
    }
  }

  private Reading look() {
    return new IncomingLog(bag, Reports.SELF).read(cursor, Collections.emptyMap());
  }

  /** What a hook does with a bag that has been read: diff, decode, and whether to acknowledge. */
  @Benchmark
  public boolean wakeUp(Cpu cpu) {
    cpu.operations++;
    IncomingLog log = new IncomingLog(bag, Reports.SELF);
    Reading reading = log.read(cursor, Collections.emptyMap());
    Header header = reading.header().orElseThrow();
    Cursor after = reading.start().orElseThrow().at(reading.arrivals().get(0).upTo());
    return log.isAckDue(after, header, bytes);
  }

  /** The header and the new entry, read plainly. */
  @Benchmark
  public int plainRead(Cpu cpu) throws IOException {
    cpu.operations++;
    return Plain.read(bag.getOrDefault(BagKeys.HEADER, ""))
        + Plain.read(bag.getOrDefault(BagKeys.entry(below + 1L), ""));
  }
}
