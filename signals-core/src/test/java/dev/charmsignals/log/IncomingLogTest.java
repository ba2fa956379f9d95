package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.B;
import static dev.charmsignals.log.Drafts.EMITTER;
import static dev.charmsignals.log.Drafts.NOON;
import static dev.charmsignals.log.Drafts.append;
import static dev.charmsignals.log.Drafts.appendPassing;
import static dev.charmsignals.log.Drafts.audience;
import static dev.charmsignals.log.Drafts.bytes;
import static dev.charmsignals.log.Drafts.firstLook;
import static dev.charmsignals.log.Drafts.fresh;
import static dev.charmsignals.log.Drafts.kept;
import static dev.charmsignals.log.Drafts.look;
import static dev.charmsignals.log.Drafts.members;
import static dev.charmsignals.log.Drafts.passing;
import static dev.charmsignals.log.Drafts.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncomingLogTest {

  private static final Window WINDOW = Window.DEFAULT;

  @Test
  void tellsEverythingThatALookShows() {
    OutgoingLog log =
        append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), kept("bork", "{\"n\":1}"));
    Map<String, String> bag = new TreeMap<>(log.bag());
    bag.put("signals-ack", "{\"aaaaaaaaaaaaaaaa\":5}");

    assertEquals(
        new Reading(
            Optional.of(new Header(EMITTER, 1, 0, members(A, 0), new Header.Span(128, 131_072))),
            false,
            Optional.empty(),
            members(A, 5),
            Optional.of(new Cursor(EMITTER, 0, 0)),
            List.of(
                new Arrival.Signalled(new Entry(1, "bork", Map.of("n", 1L), NOON, true, true), 1))),
        firstLook(bag, A));
  }

  @Test
  void showsNothingWhereNobodyHasWrittenYet() {
    Reading nothing =
        new Reading(
            Optional.empty(), false, Optional.empty(), members(), Optional.empty(), List.of());
    assertEquals(nothing, firstLook(Map.of(), A));
    assertEquals(nothing, firstLook(Map.of("ingress-address", "10.0.0.1"), A));
  }

  @Nested
  class AtTheFirstLook {

    @Test
    void startsAtTheHeadForAUnitThatIsNotAdmittedYet() {
      Reading reading =
          firstLook(appendPassing(fresh(WINDOW), WINDOW, Audience.NOBODY, 3).bag(), A);
      assertEquals(Optional.of(new Cursor(EMITTER, 3, 3, 0)), reading.start());
      assertEquals(List.of(), reading.arrivals());
    }

    /** Its own bag was restored, and the emitter has not looked at it since. */
    @Test
    void startsAtTheNewestAdmissionUnderAnIdThatItHadBefore() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, Audience.NOBODY, 1);
      log = appendPassing(log, WINDOW, audience(Map.of(B, 0L)), 1);
      log = appendPassing(log, WINDOW, audience(Map.of(A, 0L, B, 0L)), 1);
      StreamId now = StreamId.of(7);
      List<Replaced> former = List.of(new Replaced(B, 0), new Replaced(A, 0));

      Reading reading = new IncomingLog(log.bag(), now, former).read(Optional.empty(), Map.of());

      assertEquals(Optional.of(new Cursor(EMITTER, 2, 2, 0)), reading.start());
      assertEquals(1, reading.arrivals().size());
    }

    @Test
    void startsAtItsAdmissionForAMember() {
      OutgoingLog log = append(fresh(WINDOW), WINDOW, Audience.NOBODY, passing("before"));
      OutgoingLog later =
          append(log, WINDOW, audience(Map.of(A, 0L)), passing("after"), passing("later"));
      Reading reading = firstLook(later.bag(), A);
      assertEquals(Optional.of(new Cursor(EMITTER, 1, 1, 0)), reading.start());
      assertEquals(List.of("after@2", "later@3"), words(reading));
      assertEquals(List.of(2L, 3L), upTo(reading));
    }

    @Test
    void bringsTheNewestKeptOfEachNameInOrderAndNothingTransient() {
      OutgoingLog log =
          append(
              fresh(WINDOW),
              WINDOW,
              Audience.NOBODY,
              kept("a", "{\"n\":1}"),
              kept("b", "{\"n\":2}"),
              passing("c"),
              kept("a", "{\"n\":4}"),
              passing("d"));
      Reading reading = firstLook(log.bag(), A);
      assertEquals(List.of("b@2", "a@4"), words(reading));
      assertEquals(List.of(5L, 5L), upTo(reading), "the cursor stands where the look began");
    }

    @Test
    void bringsNothingOfASourceThatHasBecomeTransient() {
      OutgoingLog log =
          append(fresh(WINDOW), WINDOW, Audience.NOBODY, kept("a", "{}"), kept("b", "{}"));
      log = append(log, WINDOW, Audience.NOBODY, passing("a"));

      assertEquals(List.of("b@2"), words(firstLook(log.bag(), A)));
    }

    /**
     * Of three kept ones the first could be dealt with; meanwhile there is a newer of the second.
     */
    @Test
    void goesOnWhereItLeftOff() {
      OutgoingLog log =
          append(
              fresh(WINDOW),
              WINDOW,
              Audience.NOBODY,
              kept("a", "{}"),
              kept("b", "{}"),
              passing("x"));
      log = append(log, WINDOW, Audience.NOBODY, kept("c", "{}"));
      Reading first = firstLook(log.bag(), A);
      assertEquals(List.of("a@1", "b@2", "c@4"), words(first));
      Cursor begun = first.arrivals().get(0).after(first.start().orElseThrow());
      assertEquals(new Cursor(EMITTER, 4, 4, 1), begun);

      log = append(log, WINDOW, Audience.NOBODY, kept("b", "{}"));
      IncomingLog later = new IncomingLog(log.bag(), A);
      Reading second = later.read(Optional.of(begun), Map.of());
      assertEquals(Optional.of(begun), second.start());
      assertEquals(List.of("b@2", "c@4", "b@5"), words(second));

      Cursor cursor = begun;
      List<Cursor> passed = new ArrayList<>();
      for (Arrival arrival : second.arrivals()) {
        cursor = arrival.after(cursor);
        passed.add(cursor);
      }
      assertEquals(
          List.of(
              new Cursor(EMITTER, 4, 4, 2), new Cursor(EMITTER, 4, 4), new Cursor(EMITTER, 5, 4)),
          passed);
      assertEquals(List.of(), words(later.read(Optional.of(cursor), Map.of())));
    }

    @Test
    void bringsKeptOnesFromBelowTheFloorAndThenEverythingAboveTheAdmission() {
      OutgoingLog log =
          append(fresh(WINDOW), WINDOW, audience(Map.of(B, 0L)), kept("a", "{}"), passing("x"));
      OutgoingLog trimmed = append(log, WINDOW, audience(Map.of(B, 2L)), kept("b", "{}"));
      OutgoingLog admitted =
          append(trimmed, WINDOW, audience(Map.of(A, 0L, B, 2L)), kept("a", "{}"), passing("x"));
      assertEquals(2, admitted.header().floor());
      assertEquals(List.of("b@3", "a@4", "x@5"), words(firstLook(admitted.bag(), A)));
    }

    @Test
    void hasNothingToAcknowledge() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, Audience.NOBODY, 100);
      IncomingLog incoming = new IncomingLog(log.bag(), A);
      Reading reading = incoming.read(Optional.empty(), Map.of());
      assertEquals(
          false, incoming.isAckDue(reading.start().orElseThrow(), log.header(), bytes(log.bag())));
    }
  }

  @Nested
  class WithACursor {

    @Test
    void bringsEverythingAboveItInTheOrderOfNumbersNotOfKeys() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 12);
      assertEquals(List.of("x@8", "x@9", "x@10", "x@11", "x@12"), words(look(log.bag(), A, 7)));
    }

    @Test
    void bringsNothingTwice() {
      OutgoingLog log = append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), kept("a", "{}"));
      Cursor cursor = new Cursor(EMITTER, 1, 0);
      Reading reading = new IncomingLog(log.bag(), A).read(Optional.of(cursor), Map.of());
      assertEquals(List.of(), reading.arrivals());
      assertEquals(Optional.of(cursor), reading.start());
    }

    @Test
    void ignoresItsOwnMembershipOnceItHasLooked() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, Audience.NOBODY, 3);
      OutgoingLog admitted = append(log, WINDOW, audience(Map.of(A, 0L)), passing("y"));
      assertEquals(List.of("x@2", "x@3", "y@4"), words(look(admitted.bag(), A, 1)));
    }

    @Test
    void staysWhereItIsWhenAnOlderBagIsShown() {
      Map<String, String> old = appendPassing(fresh(WINDOW), WINDOW, Audience.NOBODY, 3).bag();
      Reading reading = look(old, A, 7);
      assertEquals(List.of(), reading.arrivals());
      assertEquals(Optional.of(new Cursor(EMITTER, 7, 0)), reading.start());
    }

    @Test
    void reportsEachRunOfMissingNumbersAsOneGap() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 9);
      Map<String, String> bag = new TreeMap<>(log.bag());
      for (long missing : List.of(1L, 2L, 5L, 8L, 9L)) {
        bag.remove(BagKeys.entry(missing));
      }
      Reading reading = look(bag, A, 0);
      assertEquals(
          List.of("gap 1-2", "x@3", "x@4", "gap 5-5", "x@6", "x@7", "gap 8-9"), words(reading));
      assertEquals(List.of(2L, 3L, 4L, 5L, 6L, 7L, 9L), upTo(reading));
      assertEquals(
          List.of(2L, 3L, 4L, 5L, 6L, 7L, 9L),
          reading.arrivals().stream().map(Arrival::seq).toList());
    }

    @Test
    void reportsOneGapWhenNothingIsLeft() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 9);
      assertEquals(
          List.of("gap 4-9"), words(look(Map.of(BagKeys.HEADER, log.header().text()), A, 3)));
    }
  }

  @Nested
  class WhenTheStreamIsAnother {

    @Test
    void looksForTheFirstTimeAtAStreamWithANewId() {
      OutgoingLog log =
          append(fresh(WINDOW), WINDOW, Audience.NOBODY, kept("a", "{}"), passing("b"));
      Cursor before = new Cursor(B, 40, 40);
      Reading reading = new IncomingLog(log.bag(), A).read(Optional.of(before), Map.of());
      assertEquals(Optional.of(new Cursor(EMITTER, 2, 2, 0)), reading.start());
      assertEquals(List.of("a@1"), words(reading));
    }

    @Test
    void repeatsNothingOfAStreamThatWasClosed() {
      OutgoingLog log =
          append(
              fresh(WINDOW),
              WINDOW,
              Audience.NOBODY,
              kept("a", "{}"),
              kept("b", "{}"),
              passing("c"));
      Cursor closed = new Cursor(EMITTER, 2, 1);
      for (Optional<Cursor> known :
          List.of(Optional.<Cursor>empty(), Optional.of(new Cursor(B, 9, 9)))) {
        Reading reading =
            new IncomingLog(log.bag(), A)
                .read(known, Map.of(EMITTER, closed, B, new Cursor(B, 1, 1)));
        assertEquals(Optional.of(new Cursor(EMITTER, 2, 0)), reading.start());
        assertEquals(List.of("c@3"), words(reading));
      }
    }

    /** An emitter that kept its entries for us, in vain, must hear once more that we have read. */
    @Test
    void countsAsAcknowledgedOnlyWhatIsTrimmedWhenItReturns() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 4);
      log = log.trimmed(3);
      for (long acked : List.of(2L, 4L)) {
        Cursor closed = new Cursor(EMITTER, 4, acked);
        Reading reading =
            new IncomingLog(log.bag(), A).read(Optional.empty(), Map.of(EMITTER, closed));
        Cursor start = new Cursor(EMITTER, 4, Math.min(acked, 3));
        assertEquals(Optional.of(start), reading.start());
      }
    }
  }

  @Nested
  class Acknowledging {

    private final Header.Span usual = new Header.Span(128, 131_072);

    private boolean isDue(OutgoingLog log, long seq, long acked, Header.Span window) {
      return isDue(log, new Cursor(EMITTER, seq, acked), window);
    }

    private boolean isDue(OutgoingLog log, Cursor cursor, Header.Span window) {
      return new IncomingLog(log.bag(), A)
          .isAckDue(cursor, Drafts.in(window, log.header()), bytes(log.bag()));
    }

    @Test
    void waitsForHalfOfTheEntries() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 100);
      assertEquals(false, isDue(log, 0, 0, usual));
      assertEquals(false, isDue(log, 63, 0, usual));
      assertEquals(true, isDue(log, 64, 0, usual));
      assertEquals(true, isDue(log, 2, 0, new Header.Span(4, 131_072)));
      assertEquals(true, isDue(log, 1, 0, new Header.Span(2, 131_072)));
    }

    @Test
    void waitsForHalfOfTheBytes() {
      OutgoingLog log =
          append(
              fresh(WINDOW),
              WINDOW,
              audience(Map.of(A, 0L)),
              passing("x", Drafts.filling(40_000)),
              passing("x", Drafts.filling(40_000)));
      assertEquals(false, isDue(log, 1, 0, usual));
      assertEquals(true, isDue(log, 2, 0, usual));
      assertEquals(false, isDue(log, 2, 1, usual));
    }

    /** Five that are old and forty that are not leave more than half of the window. */
    @Test
    void countsNothingThatHasBeenTrimmed() {
      Map<String, String> bag = new TreeMap<>();
      for (long seq = 51; seq <= 100; seq++) {
        bag.put(BagKeys.entry(seq), Entry.text(passing("x")));
      }
      Header header = new Header(EMITTER, 100, 50, members(), usual);
      bag.put(BagKeys.HEADER, header.text());

      assertEquals(
          false, new IncomingLog(bag, A).isAckDue(new Cursor(EMITTER, 95, 55), header, bytes(bag)));
    }

    /** Of fifty that it has not acknowledged most are gone. */
    @Test
    void weighsWhatIsLeftWhereMostAreGone() {
      Header.Span wide = new Header.Span(1_000, 131_072);
      Cursor cursor = new Cursor(EMITTER, 60, 10);

      assertEquals(true, isDueFor(cursor, wide, Map.of(59L, 40_000, 60L, 40_000)));
      assertEquals(true, isDueFor(cursor, wide, Map.of(60L, 70_000)));
      assertEquals(false, isDueFor(cursor, wide, Map.of(60L, 60_000)));
      assertEquals(false, isDueFor(cursor, wide, Map.of(61L, 70_000, 62L, 40_000)));
      assertEquals(false, isDueFor(cursor, wide, Map.of(10L, 70_000, 60L, 1_000)));
      assertEquals(true, isDueFor(cursor, wide, Map.of(10L, 70_000, 60L, 35_000)));
    }

    private boolean isDueFor(Cursor cursor, Header.Span window, Map<Long, Integer> sizes) {
      Map<String, String> bag = new TreeMap<>();
      sizes.forEach(
          (seq, size) ->
              bag.put(BagKeys.entry(seq), Entry.text(passing("x", Drafts.filling(size)))));
      Header header = new Header(EMITTER, 70, 0, members(), window);
      bag.put(BagKeys.HEADER, header.text());
      return new IncomingLog(bag, A).isAckDue(cursor, header, bytes(bag));
    }

    /** The emitter believed that it lags, and waits for it no more until it hears better. */
    @Test
    void isDueAtOnceForWhoHasLostItsMembership() {
      Header header = new Header(EMITTER, 3, 0, members(), members(A, 1L), usual, List.of());
      Map<String, String> bag = new TreeMap<>(Map.of(BagKeys.HEADER, header.text()));
      List<Replaced> former = List.of(new Replaced(A, 9));

      assertEquals(
          List.of(true, true, false, false),
          List.of(
              isDue(new IncomingLog(bag, A), 3, 2, header),
              isDue(new IncomingLog(bag, B, former), 3, 2, header),
              isDue(new IncomingLog(bag, B), 3, 2, header),
              isDue(new IncomingLog(bag, A), 3, 3, header)));
    }

    private boolean isDue(IncomingLog log, long seq, long acked, Header header) {
      return log.isAckDue(new Cursor(EMITTER, seq, acked), header, 500);
    }

    @Test
    void countsEntriesThatAreGone() {
      assertEquals(true, isDue(fresh(WINDOW), 64, 0, usual));
    }

    @Test
    void isNeverDueTwiceForTheSame() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 100);
      Cursor cursor = new Cursor(EMITTER, 100, 0).acknowledged();
      assertEquals(new Cursor(EMITTER, 100, 100), cursor);
      assertEquals(false, isDue(log, cursor, usual));
      assertEquals(false, isDue(log, cursor.at(90), usual));
    }

    /** Otherwise a window that kept signals take most of would fill and never be acknowledged. */
    @Test
    void waitsOnlyForHalfOfWhatOlderEntriesLeave() {
      Window eight = WINDOW.entries(8).whenFull(WhenFull.REJECT);
      OutgoingLog log = fresh(eight);
      for (String name : List.of("a", "b", "c", "d", "e", "f")) {
        log = append(log, eight, audience(Map.of(A, 0L)), kept(name, "{}"));
      }
      log = appendPassing(log, eight, audience(Map.of(A, 6L)), 2);
      assertEquals(true, isDue(log, 7, 6, log.header().window()));
    }

    /** A window may be full of bytes long before it is full of entries. */
    @Test
    void waitsOnlyForHalfOfTheBytesThatOlderEntriesLeave() {
      OutgoingLog log =
          append(
              fresh(WINDOW),
              WINDOW,
              audience(Map.of(A, 0L)),
              kept("a", Drafts.filling(60_000)),
              kept("b", Drafts.filling(60_000)));
      Audience acked = audience(Map.of(A, 2L));
      Draft small = passing("x", Drafts.filling(1000));
      log = append(log, WINDOW, acked, small, small, small, small, small);
      assertEquals(false, isDue(log, 7, 2, usual));
      log = append(log, WINDOW, acked, small);
      assertEquals(true, isDue(log, 8, 2, usual));
    }

    @Test
    void leavesRoomForTheLargestSignal() {
      Window large = WINDOW.bytes(10_000, 8_000).whenFull(WhenFull.REJECT);
      Draft some = passing("x", Drafts.filling(900));
      OutgoingLog log = append(fresh(large), large, audience(Map.of(A, 0L)), some, some);
      assertEquals(false, isDue(log, 1, 0, log.header().window()));
      assertEquals(true, isDue(log, 2, 0, log.header().window()));
      assertEquals(false, isDue(log, 2, 0, new Header.Span(128, 10_000)));
    }

    /** What is not read yet will be acknowledged by itself. */
    @Test
    void waitsForHalfOfWhatUnreadEntriesTakeAsWell() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 128);
      assertEquals(false, isDue(log, 63, 0, usual));
      assertEquals(true, isDue(log, 64, 0, usual));
    }

    /** More than any window holds, none of it the emitter's doing. */
    @Test
    void isNotHastenedByJunkInTheBag() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 1);
      Map<String, String> bag = new HashMap<>(log.bag());
      for (int i = 1; i < 300; i++) {
        bag.put("signal-" + i * 3, "x".repeat(500));
        bag.put("signal-x" + i, "junk");
      }
      assertEquals(
          false,
          new IncomingLog(bag, A).isAckDue(new Cursor(EMITTER, 1, 0), log.header(), bytes(bag)));
    }

    /** Two windows in a row, each with one signal of the greatest size in the way of the next. */
    @Test
    void isDueInTimeForTheNextSignalOfTheGreatestSize() {
      Window rejecting = WINDOW.whenFull(WhenFull.REJECT);
      Draft greatest = passing("x", Drafts.filling(65_536 + 64));
      OutgoingLog log = fresh(rejecting);
      Cursor cursor = new Cursor(EMITTER, 0, 0);
      for (int i = 0; i < 10; i++) {
        log = append(log, rejecting, audience(Map.of(A, cursor.acked())), greatest);
        cursor = cursor.at(log.head());
        if (isDue(log, cursor, log.header().window())) {
          cursor = cursor.acknowledged();
        }
      }
      assertEquals(10, cursor.seq());
    }
  }

  private static List<Long> upTo(Reading reading) {
    return reading.arrivals().stream().map(Arrival::upTo).toList();
  }
}
