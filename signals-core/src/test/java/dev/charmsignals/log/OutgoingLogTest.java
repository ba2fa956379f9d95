package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.B;
import static dev.charmsignals.log.Drafts.C;
import static dev.charmsignals.log.Drafts.EMITTER;
import static dev.charmsignals.log.Drafts.append;
import static dev.charmsignals.log.Drafts.appendPassing;
import static dev.charmsignals.log.Drafts.audience;
import static dev.charmsignals.log.Drafts.fresh;
import static dev.charmsignals.log.Drafts.kept;
import static dev.charmsignals.log.Drafts.members;
import static dev.charmsignals.log.Drafts.numbers;
import static dev.charmsignals.log.Drafts.passing;
import static dev.charmsignals.log.Drafts.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.json.MalformedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutgoingLogTest {

  private static final Window WINDOW = Window.DEFAULT;
  private static final Audience NOBODY = Audience.NOBODY;

  @Test
  void numbersEntriesFromOneAndGoesOnWhereItStopped() {
    OutgoingLog log = append(fresh(WINDOW), WINDOW, NOBODY, passing("a"), passing("b"));
    assertEquals(2, log.head());
    assertEquals(List.of(1L, 2L), numbers(log));

    OutgoingLog later = append(read(log.bag(), WINDOW), WINDOW, NOBODY, passing("c"));
    assertEquals(List.of(1L, 2L, 3L), numbers(later));
    assertEquals(EMITTER, later.id());
  }

  @Test
  void leavesTheLogItWasAppendedToAsItWas() {
    OutgoingLog log = append(fresh(WINDOW), WINDOW, NOBODY, passing("a"));
    Map<String, String> before = log.bag();
    append(log, WINDOW, audience(Map.of(A, 1L)), passing("b"));
    assertEquals(before, log.bag());
  }

  @Test
  void keepsTwoIdenticalSignalsApart() {
    OutgoingLog log = append(fresh(WINDOW), WINDOW, NOBODY, kept("a", "{}"), kept("a", "{}"));
    assertEquals(List.of(1L, 2L), numbers(log));
    assertEquals(log.bag().get("signal-1"), log.bag().get("signal-2"));
  }

  @Test
  void readsItsOwnBagBack() {
    OutgoingLog log =
        append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), kept("a", "{}"), passing("b"));
    assertEquals(log.bag(), read(log.bag(), WINDOW).bag());
    assertEquals(log.header(), read(log.bag(), WINDOW).header());
  }

  @Test
  void refusesABagWithoutAHeaderOfItsOwn() {
    for (String header : List.of("", "junk", "{\"v\":2}", "{\"v\":1}")) {
      assertThrows(MalformedException.class, () -> OutgoingLog.read(Map.of("signals", header)));
    }
    assertThrows(MalformedException.class, () -> OutgoingLog.read(Map.of()));
  }

  @Test
  void goesOnWithoutAnEntryOfItsOwnThatSomebodyEdited() {
    Map<String, String> bag =
        new TreeMap<>(append(fresh(WINDOW), WINDOW, NOBODY, passing("a"), passing("b")).bag());
    bag.put("signal-1", "edited");
    bag.put("signal-9", bag.get("signal-2"));
    assertEquals(List.of(2L), numbers(read(bag, WINDOW)));
  }

  @Nested
  class TrimmingAgain {

    /** Entries 1 to 4, with A admitted at 0 and B at 3. */
    private OutgoingLog log() {
      OutgoingLog three =
          append(
              fresh(WINDOW),
              WINDOW,
              audience(Map.of(A, 0L)),
              kept("k", "{}"),
              passing("x"),
              passing("x"));
      return append(three, WINDOW, audience(Map.of(A, 0L, B, 0L)), passing("x"));
    }

    @Test
    void dropsWhatIsAtOrBelowTheFloorAndWhoWasAdmittedBefore() {
      OutgoingLog trimmed = log().trimmed(3);

      assertEquals(
          new Header(EMITTER, 4, 3, members(B, 3), Header.Span.of(WINDOW)), trimmed.header());
      assertEquals(List.of(1L, 4L), numbers(trimmed));
    }

    @Test
    void leavesAFloorThatIsHigherOrTheSame() {
      OutgoingLog trimmed = log().trimmed(3);

      assertEquals(trimmed.bag(), trimmed.trimmed(3).bag());
      assertEquals(trimmed.bag(), trimmed.trimmed(2).bag());
      assertEquals(log().bag(), log().trimmed(0).bag());
    }
  }

  @Nested
  class AdmittingReceivers {

    @Test
    void admitsANewcomerAtTheHeadBeforeTheAppend() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, NOBODY, 3);
      assertEquals(
          members(A, 3),
          append(log, WINDOW, audience(Map.of(A, 0L)), passing("x")).header().members());
    }

    @Test
    void keepsTheAdmissionOfThoseWhoAreThereAndDropsThoseWhoLeft() {
      OutgoingLog log = append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L, B, 0L)), passing("x"));
      OutgoingLog later = append(log, WINDOW, audience(Map.of(B, 0L, C, 0L)), passing("x"));
      assertEquals(members(B, 0, C, 1), later.header().members());
      assertEquals(2, later.memberCount());
    }

    @Test
    void admitsNobodyWhoIsBarredAndReadmitsAtTheHeadOnceTheAudienceSaysSo() {
      OutgoingLog log = append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L, B, 0L)), passing("x"));
      OutgoingLog barred =
          append(log, WINDOW, new Audience(Map.of(A, 0L, B, 0L), Set.of(A)), passing("x"));
      assertEquals(members(B, 0), barred.header().members());

      OutgoingLog again = append(barred, WINDOW, audience(Map.of(A, 2L, B, 0L)), passing("x"));
      assertEquals(members(A, 2, B, 0), again.header().members());
    }
  }

  @Nested
  class Trimming {

    @Test
    void dropsWhatEveryMemberHasAcknowledgedWhenItAppendsAnyway() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L, B, 0L)), 5);
      OutgoingLog later = append(log, WINDOW, audience(Map.of(A, 4L, B, 3L)), passing("x"));
      assertEquals(3, later.header().floor());
      assertEquals(List.of(4L, 5L, 6L), numbers(later));
    }

    @Test
    void keepsEverythingWhileNobodyOrSomeMemberHasAcknowledgedNothing() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, NOBODY, 5);
      OutgoingLog later = append(log, WINDOW, audience(Map.of(A, 4L, B, 0L)), passing("x"));
      assertEquals(0, later.header().floor());
      assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), numbers(later));
    }

    /** It may have looked before it was admitted, and not yet have seen what came between. */
    @Test
    void keepsForANewcomerWhatCameBetweenItsFirstLookAndItsAdmission() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, NOBODY, 1);
      Cursor cursor = Drafts.firstLook(log.bag(), A).start().orElseThrow();
      OutgoingLog unknown = append(log, WINDOW, NOBODY, passing("between"));
      OutgoingLog known = append(unknown, WINDOW, audience(Map.of(A, 0L)), passing("after"));

      assertEquals(members(A, 2), known.header().members());
      assertEquals(
          List.of("between@2", "after@3"), Drafts.words(Drafts.look(known.bag(), A, cursor.seq())));
    }

    @Test
    void neverLowersTheFloorForANewcomerOrAnAckThatFallsBack() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 5);
      OutgoingLog trimmed = append(log, WINDOW, audience(Map.of(A, 5L)), passing("x"));
      assertEquals(5, trimmed.header().floor());
      assertEquals(
          5,
          append(trimmed, WINDOW, audience(Map.of(A, 2L, B, 0L)), passing("x")).header().floor());
    }

    @Test
    void believesNoAckBeyondItsHead() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 2);
      OutgoingLog later = append(log, WINDOW, audience(Map.of(A, Long.MAX_VALUE)), passing("x"));
      assertEquals(2, later.header().floor());
      assertEquals(List.of(3L), numbers(later));
      assertEquals(later.bag(), read(later.bag(), WINDOW).bag());
    }

    @Test
    void keepsTheNewestOfEachRetainedNameBelowTheFloor() {
      OutgoingLog log =
          append(
              fresh(WINDOW),
              WINDOW,
              audience(Map.of(A, 0L)),
              kept("a", "{\"n\":1}"),
              kept("b", "{\"n\":2}"),
              kept("a", "{\"n\":3}"),
              passing("c"));
      OutgoingLog later = append(log, WINDOW, audience(Map.of(A, 4L)), passing("c"));
      assertEquals(4, later.header().floor());
      assertEquals(List.of(2L, 3L, 5L), numbers(later));
      assertEquals(Set.of(2L, 3L), later.kept().keySet());
    }

    @Test
    void dropsAKeptEntryBelowTheFloorOnceAnotherSupersedesIt() {
      OutgoingLog log = append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), kept("a", "{}"));
      OutgoingLog below = append(log, WINDOW, audience(Map.of(A, 1L)), passing("x"));
      assertEquals(List.of(1L, 2L), numbers(below));
      OutgoingLog superseded = append(below, WINDOW, audience(Map.of(A, 1L)), kept("a", "{}"));
      assertEquals(List.of(2L, 3L), numbers(superseded));
    }

    @Test
    void staysAsItIsWhereItHasBeenTrimmedThatFar() {
      OutgoingLog log = appendPassing(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), 4);
      OutgoingLog later = append(log, WINDOW, audience(Map.of(A, 3L)), passing("x"));

      assertEquals(3, later.header().floor());
      assertEquals(later.bag(), later.trimmed(3).bag());
      assertEquals(members(), later.trimmed(4).header().members());
    }

    @Test
    void keepsASupersededEntryThatSomebodyHasYetToRead() {
      OutgoingLog log =
          append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), kept("a", "{}"), kept("a", "{}"));
      assertEquals(List.of(1L, 2L), numbers(log));
    }

    @Test
    void keepsNothingOfASourceThatHasBecomeTransient() {
      OutgoingLog log =
          append(fresh(WINDOW), WINDOW, audience(Map.of(A, 0L)), kept("a", "{}"), passing("a"));
      OutgoingLog later = append(log, WINDOW, audience(Map.of(A, 2L)), passing("b"));
      assertEquals(List.of(3L), numbers(later));
    }
  }

  @Nested
  class StartingAgain {

    @Test
    void carriesKeptEntriesOverToANewIdUnderTheirNumbers() throws Exception {
      OutgoingLog old =
          append(fresh(WINDOW), WINDOW, NOBODY, kept("a", "{}"), passing("b"), kept("c", "{}"));
      OutgoingLog anew = OutgoingLog.empty(B, 3, WINDOW).withKept(old.kept());

      assertEquals(
          Map.of(
              "signals",
              "{\"v\":1,\"id\":\"bbbbbbbbbbbbbbbb\",\"head\":3,\"floor\":3,\"members\":{}}",
              "signal-1",
              old.bag().get("signal-1"),
              "signal-3",
              old.bag().get("signal-3")),
          anew.bag());
      assertEquals(List.of("a@1", "c@3"), Drafts.words(Drafts.firstLook(anew.bag(), A)));
    }

    @Test
    void refusesKeptTextThatIsNoEntry() {
      assertThrows(
          MalformedException.class,
          () -> fresh(WINDOW).withKept(new TreeMap<>(Map.of(1L, "junk"))));
    }
  }

  /** Or a bag could come to hold again what it held before, which no reader would notice. */
  @Test
  void tellsOfASmallerWindowAtOnceAndOfALargerOneWithTheNextEntry() {
    Window small = WINDOW.entries(8).bytes(9_000, 4_000).whenFull(WhenFull.REJECT);
    Window large = WINDOW.entries(16).bytes(7_000, 6_000).whenFull(WhenFull.REJECT);
    OutgoingLog log = fresh(small);

    OutgoingLog told = log.within(large);

    assertEquals(new Header.Span(8, 7_000, 6_000), told.header().window());
    assertSame(told, told.within(small));
    assertSame(told, told.within(large));
    Appended appended = told.append(passing("x"), large, Audience.NOBODY);
    assertEquals(new Header.Span(16, 7_000, 6_000), appended.log().header().window());
  }
}
