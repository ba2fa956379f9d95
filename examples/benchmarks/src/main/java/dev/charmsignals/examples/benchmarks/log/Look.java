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

/** A bag with one new entry, and how a receiver looks at it. */
final class Look {

  /** How many entries a window may have, and how many bytes. */
  static final int LARGEST = 4096;

  private static final int LARGEST_BYTES = 1 << 20;

  private final Map<String, String> bag = new LinkedHashMap<>();
  private final int below;
  private long bytes;

  /**
   * Fills the bag.
   *
   * @param below how many entries lie below the cursor
   * @param window how many entries the emitter says that it holds at most
   */
  Look(int below, int window) {
    this.below = below;
    String text = new Reports().entry(Report.of(1));
    for (int seq = 1; seq <= below + 1; seq++) {
      put(BagKeys.entry(seq), text);
    }
    put(
        BagKeys.HEADER,
        "{\"v\":1,\"id\":\"%s\",\"head\":%d,\"floor\":0,\"members\":{\"%s\":0},\"window\":{\"entries\":%d,\"bytes\":%d}}"
            .formatted(Reports.EMITTER, below + 1, Reports.SELF, window, LARGEST_BYTES));
    Reading reading = read(cursor(0));
    if (reading.arrivals().size() != 1
        || reading.header().orElseThrow().window().entries() != window) {
      throw new IllegalStateException("Not one new entry in such a window: " + reading);
    }
  }

  private void put(String key, String text) {
    bag.put(key, text);
    bytes += text.length();
  }

  /** Returns where a receiver stands who has told the emitter of all but the last so many. */
  Optional<Cursor> cursor(int behind) {
    return Optional.of(new Cursor(Reports.EMITTER, below, below - behind));
  }

  private Reading read(Optional<Cursor> cursor) {
    return new IncomingLog(bag, Reports.SELF).read(cursor, Collections.emptyMap());
  }

  /** What a hook does with a bag that has been read: diff, decode, and whether to acknowledge. */
  boolean wakeUp(Optional<Cursor> cursor) {
    IncomingLog log = new IncomingLog(bag, Reports.SELF);
    Reading reading = log.read(cursor, Collections.emptyMap());
    Header header = reading.header().orElseThrow();
    Cursor after = reading.start().orElseThrow().at(reading.arrivals().get(0).upTo());
    return log.isAckDue(after, header, bytes);
  }

  /** The header and the new entry, read plainly. */
  int plainRead() throws IOException {
    return Plain.read(bag.getOrDefault(BagKeys.HEADER, ""))
        + Plain.read(bag.getOrDefault(BagKeys.entry(below + 1L), ""));
  }
}
