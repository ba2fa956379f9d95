package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole look at a remote unit's bag: by one who was never admitted, by one who was, and by one
 * whose cursor, in the line {@code cursor} of the input, is anything that charm state can hold.
 */
class BagFuzzTest {

  private static final StreamId SELF = new StreamId("00000000000000aa");
  private static final StreamId OTHER = new StreamId("00000000000000bb");
  private static final List<Replaced> FORMER = List.of(new Replaced(SELF, 3));

  @FuzzTest
  void aLookAtABagEndsAndTheNextOneFindsNothingNew(byte[] data) throws Exception {
    Map<String, String> bag = BagText.read(data);
    Optional<Cursor> cursor = cursor(bag.getOrDefault("cursor", ""));

    Hostile.bounded(
        data.length,
        () -> {
          look(new IncomingLog(bag, SELF), Optional.empty(), Map.of(), data.length);
          look(new IncomingLog(bag, OTHER), Optional.empty(), Map.of(), data.length);
          look(new IncomingLog(bag, SELF), cursor, Map.of(), data.length);
          look(new IncomingLog(bag, OTHER, FORMER), Optional.empty(), Map.of(), data.length);
          look(new IncomingLog(bag, SELF), Optional.empty(), closed(cursor), data.length);
        });
  }

  private static Map<StreamId, Cursor> closed(Optional<Cursor> cursor) {
    return cursor.isPresent() ? Map.of(cursor.get().stream(), cursor.get()) : Map.of();
  }

  private static void look(
      IncomingLog log, Optional<Cursor> known, Map<StreamId, Cursor> closed, long bytes) {
    Reading reading = log.read(known, closed);
    Hostile.assertTellsNothing(reading.toString());
    assertTrue(log.ack() >= 0, "a negative acknowledgement");
    if (reading.header().isEmpty()) {
      assertEquals(List.of(), reading.arrivals());
      return;
    }
    Header header = reading.header().get();
    Cursor cursor = reading.start().orElseThrow();
    for (Arrival arrival : reading.arrivals()) {
      assertTrue(arrival.upTo() >= cursor.seq(), () -> "goes back: " + arrival);
      assertTrue(arrival.upTo() <= header.head(), () -> "goes beyond the head: " + arrival);
      assertTrue(cursor.seq() < arrival.upTo() || isKept(arrival), () -> "repeats: " + arrival);
      log.isAckDue(cursor, header, bytes);
      assertTrue(arrival.after(cursor).seq() >= cursor.seq(), () -> "goes back: " + arrival);
      cursor = cursor.at(arrival.upTo());
    }
    log.isAckDue(cursor, header, bytes);

    Reading next = log.read(Optional.of(cursor), closed);
    assertEquals(List.of(), next.arrivals());
    assertEquals(Optional.of(cursor), next.start());
  }

  private static boolean isKept(Arrival arrival) {
    return arrival instanceof Arrival.Signalled signalled && signalled.entry().kept()
        || arrival instanceof Arrival.Unreadable;
  }

  /** Two numbers, the header's own stream; whatever {@code Book} lets pass. */
  private static Optional<Cursor> cursor(String text) {
    int space = text.indexOf(' ');
    try {
      return Optional.of(
          new Cursor(
              new StreamId("0123456789abcdef"),
              Math.abs(Long.parseLong(text.substring(0, Math.max(space, 0))) % Header.MAX_HEAD),
              Math.abs(Long.parseLong(text.substring(space + 1)) % Header.MAX_HEAD)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
