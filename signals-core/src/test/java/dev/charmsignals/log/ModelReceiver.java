package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One receiver of the model: its charm state, its bag, and everything it was ever told. */
final class ModelReceiver {

  final StreamId id;
  boolean announced;

  /** What is committed in charm state. */
  private Optional<Cursor> cursor = Optional.empty();

  private Map<StreamId, Cursor> closed = Map.of();

  /** What is committed in its bag. */
  private long ack;

  private long start = -1;
  private final List<Entry> delivered = new ArrayList<>();
  private final TreeSet<Long> missing = new TreeSet<>();

  ModelReceiver(StreamId id) {
    this.id = id;
  }

  /** What the emitter can read. */
  Map<String, String> bag() {
    SortedMap<String, String> bag = new TreeMap<>();
    if (announced) {
      bag.putAll(OutgoingLog.empty(id, 0, Window.DEFAULT).bag());
      if (ack > 0) {
        bag.put(BagKeys.ACKS, Acks.text(Drafts.members(Drafts.EMITTER, ack)));
      }
    }
    return bag;
  }

  List<Entry> delivered() {
    return delivered;
  }

  /** Numbers that were reported missing. */
  TreeSet<Long> missing() {
    return missing;
  }

  boolean hasLooked() {
    return start >= 0;
  }

  /** The relation is suspended and resumed: the cursor becomes a tombstone. */
  void suspend() {
    cursor.ifPresent(last -> closed = Map.of(last.stream(), last));
    cursor = Optional.empty();
  }

  /** One hook: a look at the emitter's bag, committed or not. Returns how much was new. */
  int look(Map<String, String> emitterBag, boolean commits, boolean writesAnyway) {
    IncomingLog log = new IncomingLog(emitterBag, id);
    Reading reading = log.read(cursor, closed);
    assertEquals(Optional.empty(), reading.problem());
    if (!commits || reading.header().isEmpty()) {
      return reading.arrivals().size();
    }
    Cursor at = reading.start().orElseThrow();
    if (!hasLooked()) {
      start = at.seq();
    }
    boolean gap = false;
    for (Arrival arrival : reading.arrivals()) {
      if (arrival instanceof Arrival.Signalled signalled) {
        delivered.add(signalled.entry());
      } else if (arrival instanceof Arrival.Gap run) {
        gap = true;
        for (long seq = run.from(); seq <= run.to(); seq++) {
          assertTrue(missing.add(seq), "reported missing once");
        }
      } else {
        throw new AssertionError("unreadable: " + arrival);
      }
      assertTrue(arrival.upTo() >= at.seq(), "I9: the cursor never goes back");
      at = arrival.after(at);
    }
    at = at.at(at.seq());
    if (gap || writesAnyway || log.isAckDue(at, reading.header().get(), Drafts.bytes(emitterBag))) {
      assertTrue(at.seq() >= ack, "I9: the ack never goes back");
      ack = at.seq();
      at = at.acknowledged();
    }
    cursor = Optional.of(at);
    return reading.arrivals().size();
  }

  /** I1, I2, I3 and I4 over all that was ever delivered. */
  void check(Map<Long, Entry> committed) {
    long last = 0;
    TreeSet<Long> seen = new TreeSet<>();
    for (Entry entry : delivered) {
      assertEquals(committed.get(entry.seq()), entry, "I4: only what was committed");
      assertTrue(entry.seq() > last, "I2, I3: once, and in order");
      last = entry.seq();
      seen.add(last);
    }
    if (hasLooked()) {
      long end = cursor.or(() -> closed.values().stream().findFirst()).orElseThrow().seq();
      for (long seq = start + 1; seq <= end; seq++) {
        assertTrue(seen.contains(seq) ^ missing.contains(seq), "I1: delivered or reported: " + seq);
      }
    }
  }
}
