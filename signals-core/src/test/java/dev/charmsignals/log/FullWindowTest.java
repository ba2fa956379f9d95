package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.B;
import static dev.charmsignals.log.Drafts.append;
import static dev.charmsignals.log.Drafts.appendPassing;
import static dev.charmsignals.log.Drafts.audience;
import static dev.charmsignals.log.Drafts.filling;
import static dev.charmsignals.log.Drafts.fresh;
import static dev.charmsignals.log.Drafts.kept;
import static dev.charmsignals.log.Drafts.look;
import static dev.charmsignals.log.Drafts.members;
import static dev.charmsignals.log.Drafts.numbers;
import static dev.charmsignals.log.Drafts.passing;
import static dev.charmsignals.log.Drafts.read;
import static dev.charmsignals.log.Drafts.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FullWindowTest {

  private static final Window FOUR = Window.DEFAULT.entries(4);
  private static final Window REJECTING = FOUR.whenFull(WhenFull.REJECT);
  private static final Audience NOBODY = Audience.NOBODY;

  @Test
  void holds128EntriesAnd128KibibytesBy64UnlessToldOtherwise() {
    assertEquals(new Window(128, 131_072, 65_536, WhenFull.DEADMIT_SLOWEST), Window.DEFAULT);
  }

  @Test
  void dropsTheOldestWhenNobodyIsThereToRead() {
    OutgoingLog log = appendPassing(fresh(FOUR), FOUR, NOBODY, 6);
    assertEquals(2, log.header().floor());
    assertEquals(List.of(3L, 4L, 5L, 6L), numbers(log));
    assertEquals(
        List.of(3L, 4L, 5L, 6L), numbers(appendPassing(fresh(REJECTING), REJECTING, NOBODY, 6)));
  }

  @Test
  void barsTheSlowestAndNobodyElseByDefault() {
    OutgoingLog full = appendPassing(fresh(FOUR), FOUR, audience(Map.of(A, 0L, B, 0L)), 4);
    Appended appended = full.append(passing("x"), FOUR, audience(Map.of(A, 0L, B, 1L)));

    assertEquals(Set.of(A), appended.barred());
    assertEquals(members(B, 0), appended.log().header().members());
    assertEquals(List.of(2L, 3L, 4L, 5L), numbers(appended.log()));
    assertEquals(
        List.of("gap 1-1", "x@2", "x@3", "x@4", "x@5"), words(look(appended.log().bag(), A, 0)));
    assertEquals(List.of("x@2", "x@3", "x@4", "x@5"), words(look(appended.log().bag(), B, 1)));
  }

  @Test
  void givesTheBarredTheirGapAndTheKeptEntriesInOrder() {
    OutgoingLog log =
        append(fresh(FOUR), FOUR, audience(Map.of(A, 0L)), passing("x"), kept("state", "{}"));
    OutgoingLog later = appendPassing(log, FOUR, audience(Map.of(A, 0L)), 5);

    assertEquals(
        List.of("gap 1-1", "state@2", "gap 3-4", "x@5", "x@6", "x@7"),
        words(look(later.bag(), A, 0)));
  }

  @Test
  void barsNobodyForWhatCameBeforeItsAdmission() {
    OutgoingLog full = appendPassing(fresh(FOUR), FOUR, NOBODY, 4);
    Appended appended = full.append(passing("x"), FOUR, audience(Map.of(A, 0L)));
    assertEquals(Set.of(), appended.barred());
    assertEquals(members(A, 4), appended.log().header().members());
    assertEquals(List.of(2L, 3L, 4L, 5L), numbers(appended.log()));
  }

  @Test
  void makesRoomFromAcksBeforeItBarsAnybody() {
    OutgoingLog full = appendPassing(fresh(FOUR), FOUR, audience(Map.of(A, 0L, B, 0L)), 4);
    Appended appended = full.append(passing("x"), FOUR, audience(Map.of(A, 2L, B, 3L)));
    assertEquals(Set.of(), appended.barred());
    assertEquals(List.of(3L, 4L, 5L), numbers(appended.log()));
  }

  @Test
  void throwsAndChangesNothingWhenToldToReject() {
    Audience audience = audience(Map.of(A, 0L, B, 1L));
    OutgoingLog full = appendPassing(fresh(REJECTING), REJECTING, audience, 4);
    Map<String, String> before = full.bag();
    WindowFullException e =
        assertThrows(
            WindowFullException.class, () -> full.append(passing("x"), REJECTING, audience));

    assertEquals(1, e.unreadBy());
    assertEquals(
        "The window of 4 entries and 131072 bytes is full of signals that 1 receivers have not"
            + " read; emit later, make the window larger, or choose DEADMIT_SLOWEST",
        e.getMessage());
    assertEquals(REJECTING, e.window());
    assertEquals(before, full.bag());
    assertEquals(
        List.of(2L, 3L, 4L, 5L),
        numbers(append(full, REJECTING, audience(Map.of(A, 1L, B, 1L)), passing("x"))));
  }

  @Test
  void namesTheSignalAndTheRelationOnceSomebodyKnowsThem() {
    WindowFullException bare = new WindowFullException(REJECTING, 2);
    WindowFullException named = bare.of("restart", "channel:3");

    assertEquals(List.of("", ""), List.of(bare.signal(), bare.relation()));
    assertEquals(
        List.of(
            "restart",
            "channel:3",
            REJECTING,
            2,
            "Signal \"restart\" finds no room on channel:3. " + bare.getMessage()),
        List.of(
            named.signal(),
            named.relation(),
            named.window(),
            named.unreadBy(),
            String.valueOf(named.getMessage())));
  }

  @Test
  void countsBytesOfUtf8AsWellAsEntries() {
    Window bytes = Window.DEFAULT.bytes(1000, 500);
    Draft third = passing("x", filling(400));
    OutgoingLog log =
        append(fresh(bytes), bytes, NOBODY, passing("x", filling(400)), passing("x", filling(600)));
    assertEquals(List.of(1L, 2L), numbers(log));
    assertEquals(List.of(2L, 3L), numbers(append(log, bytes, NOBODY, third)));

    String twice = filling(400).replace("z", "é");
    assertEquals(
        List.of(2L, 3L),
        numbers(append(fresh(bytes), bytes, NOBODY, third, passing("x", twice), passing("x"))));
  }

  @Test
  void trimsAsLittleAsMakesRoom() {
    Window bytes = Window.DEFAULT.bytes(1000, 500);
    OutgoingLog log =
        append(
            fresh(bytes),
            bytes,
            NOBODY,
            passing("x", filling(100)),
            kept("y", filling(300)),
            passing("x", filling(300)),
            passing("x", filling(300)));
    OutgoingLog later = append(log, bytes, NOBODY, passing("x", filling(250)));
    assertEquals(3, later.header().floor());
    assertEquals(List.of(2L, 4L, 5L), numbers(later));
  }

  /** Four entries, each the newest of a retained source. */
  private static OutgoingLog fullOfKept() {
    return append(
        fresh(FOUR),
        FOUR,
        NOBODY,
        kept("a", "{}"),
        kept("b", "{}"),
        kept("c", "{}"),
        kept("d", "{}"));
  }

  @Test
  void refusesWhenKeptSignalsAloneFillTheWindow() {
    OutgoingLog log = fullOfKept();
    WindowFullException e =
        assertThrows(
            WindowFullException.class,
            () -> log.append(kept("e", "{}"), FOUR, audience(Map.of(A, 4L))));
    assertEquals(0, e.unreadBy());
    assertEquals(
        "The newest signals of the retained sources alone fill the window of 4 entries and 131072"
            + " bytes; make some sources transientOnly(), or the window larger",
        e.getMessage());
    assertThrows(WindowFullException.class, () -> log.append(passing("x"), FOUR, NOBODY));

    assertEquals(
        List.of(1L, 2L, 4L, 5L), numbers(append(log, FOUR, NOBODY, kept("c", "{\"n\":2}"))));
  }

  @Test
  void hasRoomAgainWhenOneOfThemBecomesTransient() {
    OutgoingLog log = fullOfKept();

    assertEquals(List.of(1L, 2L, 3L, 5L), numbers(append(log, FOUR, NOBODY, passing("d"))));
  }

  @Test
  void fitsABagOfALargerWindowIntoASmallerOneWhenItAppends() {
    OutgoingLog log = appendPassing(fresh(FOUR), FOUR, audience(Map.of(A, 0L)), 4);
    Window two = Window.DEFAULT.entries(2);
    OutgoingLog reread = read(log.bag(), two);
    assertEquals(List.of(1L, 2L, 3L, 4L), numbers(reread));

    Appended appended = reread.append(passing("x"), two, audience(Map.of(A, 0L)));
    assertEquals(Set.of(A), appended.barred());
    assertEquals(List.of(4L, 5L), numbers(appended.log()));
    assertEquals(new Header.Span(2, 131_072), appended.log().header().window());
  }

  @Test
  void countsManyEmissionsOfOneHookOneByOne() {
    Set<StreamId> barred = new java.util.HashSet<>();
    OutgoingLog log = fresh(FOUR);
    for (int i = 0; i < 10; i++) {
      Appended appended = log.append(passing("x"), FOUR, new Audience(Map.of(A, 0L), barred));
      barred.addAll(appended.barred());
      log = appended.log();
    }
    assertEquals(Set.of(A), barred);
    assertEquals(List.of(7L, 8L, 9L, 10L), numbers(log));
  }

  @Nested
  class Declaring {

    @Test
    void refusesAWindowThatCannotWork() {
      for (int[] window :
          new int[][] {
            {1, 131_072, 65_536},
            {4097, 131_072, 65_536},
            {128, 65_791, 65_536},
            {128, 1_048_577, 65_536},
            {128, 131_072, 1},
            {128, 131_072, Integer.MAX_VALUE},
            {128, -1, 65_536},
          }) {
        InvalidWindowException e =
            assertThrows(
                InvalidWindowException.class,
                () -> new Window(window[0], window[1], window[2], WhenFull.REJECT));
        assertEquals(
            List.of(window[0], window[1], window[2]),
            List.of(e.entries(), e.bytes(), e.signalBytes()));
      }
    }

    @Test
    void takesTheSmallestAndTheLargest() {
      assertEquals(2, new Window(2, 258, 2, WhenFull.REJECT).entries());
      assertEquals(1_048_576, new Window(4096, 1_048_576, 1_048_320, WhenFull.REJECT).bytes());
    }
  }

  /** It may not have looked yet, and begins there; once it has caught up that is of no use. */
  @Test
  void namesWhoWasBarredWithItsAdmissionUntilItHasCaughtUp() {
    OutgoingLog log = append(fresh(FOUR), FOUR, NOBODY, passing("x"));
    log = append(log, FOUR, audience(Map.of(A, 0L)), passing("x"));
    for (int i = 0; i < 4; i++) {
      log = append(log, FOUR, audience(Map.of(A, 0L)), passing("x"));
    }
    assertEquals(members(A, 1), log.header().barred());

    log = append(log, FOUR, new Audience(Map.of(A, 0L), Set.of(A)), passing("x"));
    assertEquals(members(A, 1), log.header().barred());

    log = append(log, FOUR, audience(Map.of(A, 7L)), passing("x"));
    assertEquals(members(), log.header().barred());
    assertEquals(members(A, 7), log.header().members());
  }
}
