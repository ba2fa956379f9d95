package dev.charmsignals.examples.benchmarks.log;

import dev.charmsignals.signal.Signal;
import java.util.Collections;
import java.util.List;

/** A signal with a bit of everything, whose size is that of its lines. */
record Report(String host, List<String> lines, long sequence, boolean urgent) implements Signal {

  private static final String LINE = "disk /srv/data has 93 % of its blocks in use";

  static Report of(int lines) {
    return new Report("db-7.example", Collections.nCopies(lines, LINE), 4711, false);
  }
}
