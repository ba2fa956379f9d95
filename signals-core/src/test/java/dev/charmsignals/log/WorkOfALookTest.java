package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.EMITTER;
import static dev.charmsignals.log.Drafts.appendPassing;
import static dev.charmsignals.log.Drafts.fresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counts accesses instead of taking time. */
class WorkOfALookTest {

  private final Window wide = Window.DEFAULT.entries(4000);
  private final Map<String, Integer> accesses = new TreeMap<>();

  private void look(OutgoingLog log, long cursor) {
    IncomingLog incoming = new IncomingLog(new CountingMap(log.bag(), accesses), A);
    Cursor before = new Cursor(EMITTER, cursor, cursor);
    incoming.read(Optional.of(before), Map.of());
    incoming.isAckDue(before.at(log.head()), log.header(), Drafts.bytes(log.bag()));
  }

  @Test
  void touchesNothingBelowTheCursor() {
    look(appendPassing(fresh(wide), wide, Audience.NOBODY, 1000), 998);
    assertEquals(
        Set.of("signals", "signals-ack", "signal-999", "signal-1000", "signal-1001"),
        accesses.keySet());
  }

  @Test
  void isTheSameWhateverLiesBelowTheCursor() {
    look(appendPassing(fresh(wide), wide, Audience.NOBODY, 10), 8);
    int few = CountingMap.total(accesses);
    accesses.clear();
    look(appendPassing(fresh(wide), wide, Audience.NOBODY, 1000), 998);
    assertEquals(few, CountingMap.total(accesses));
    assertTrue(few <= 11, "two keys twice, two entries thrice, and the one that comes next");
  }

  /** No emitter leaves as much, so nobody need count it. */
  @Test
  void isTheSameForMoreThanTheWindowHolds() {
    OutgoingLog log = appendPassing(fresh(wide), wide, Audience.NOBODY, 1000);
    Header header = Drafts.in(Header.Span.of(Window.DEFAULT), log.header());
    IncomingLog incoming = new IncomingLog(new CountingMap(log.bag(), accesses), A);

    assertTrue(incoming.isAckDue(new Cursor(EMITTER, 999, 998), header, Drafts.bytes(log.bag())));

    assertEquals(Map.of(), accesses);
  }
}
