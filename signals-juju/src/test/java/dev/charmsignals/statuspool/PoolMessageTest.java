package dev.charmsignals.statuspool;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.model.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How messages are made of members; numbers are those of the specification's acceptance cases. */
class PoolMessageTest {

  private static final Optional<Status> UNKNOWN = Optional.empty();

  private static MemberStatus member(String tag, double priority, Optional<Status> status) {
    return new MemberStatus(tag, tag, priority, status);
  }

  private static MemberStatus member(String tag, double priority, Status status) {
    return member(tag, priority, Optional.of(status));
  }

  private static List<MemberStatus> fooBarBaz(Status foo, Status bar, Status baz) {
    return List.of(member("foo", 1, foo), member("bar", 2, bar), member("baz", 3, baz));
  }

  private static String text(PoolMessage message, List<MemberStatus> members) {
    return message.text(MemberStatus.worstFirst(members));
  }

  /** Through a pool, which is what leaves unknown members out. */
  private static String text(PoolMessage message, boolean skipUnknown, MemberStatus... members) {
    return new Contents(List.of(members), Optional.empty())
        .status(message, skipUnknown)
        .orElseThrow()
        .message();
  }

  private static List<String> tags(List<MemberStatus> members) {
    return members.stream().map(MemberStatus::tag).toList();
  }

  @Nested
  class OfTheWorstOnly {

    @Test
    void case10NamesTheMostImportantOfTheActive() {
      assertEquals(
          "(foo) argh",
          text(PoolMessage.worstOnly(), fooBarBaz(active("argh"), active(""), active(""))));
    }

    @Test
    void case11NamesTheOneThatIsBlocked() {
      assertEquals(
          "(bar) wof",
          text(PoolMessage.worstOnly(), fooBarBaz(active(""), blocked("wof"), active(""))));
    }

    @Test
    void case12NamesTheBlockedRatherThanTheWaiting() {
      assertEquals(
          "(baz) meow",
          text(PoolMessage.worstOnly(), fooBarBaz(active(""), waiting(""), blocked("meow"))));
    }

    @Test
    void correction17SaysNothingOfAnActiveOneWithoutMessage() {
      assertEquals(
          "", text(PoolMessage.worstOnly(), fooBarBaz(active(""), active("x"), active(""))));
    }
  }

  @Nested
  class OfCounts {

    @Test
    void case13SaysNothingWhenAllAreActive() {
      assertEquals(
          "", text(PoolMessage.condensed(), fooBarBaz(active(""), active(""), active(""))));
    }

    @Test
    void case14CountsTheWorstFirst() {
      assertEquals(
          "1 blocked; 2 active",
          text(PoolMessage.condensed(), fooBarBaz(active(""), blocked(""), active(""))));
    }

    @Test
    void case15CountsEveryLevel() {
      assertEquals(
          "1 blocked; 1 waiting; 1 active",
          text(PoolMessage.condensed(), fooBarBaz(active(""), waiting(""), blocked(""))));
    }

    @Test
    void case16CountsTheUnknownUnlessTheyAreSkippedAndThenSaysNothingOfActiveOnes() {
      MemberStatus[] members = {member("a", 1, active("")), member("b", 2, UNKNOWN)};

      assertEquals(
          List.of("1 active; 1 unknown", ""), // corrected: the original says "1 active" of the last
          List.of(
              text(PoolMessage.condensed(), false, members),
              text(PoolMessage.condensed(), true, members)));
    }
  }

  @Nested
  class OfAll {

    @Test
    void case17ListsTheActiveWithTheirTrailingBlanks() {
      assertEquals(
          "(foo:active) argh; (bar:active) ; (baz:active) ",
          text(PoolMessage.summary(), fooBarBaz(active("argh"), active(""), active(""))));
    }

    @Test
    void case18ListsTheWorstFirst() {
      assertEquals(
          "(baz:blocked) meow; (bar:waiting) ; (foo:active) ",
          text(PoolMessage.summary(), fooBarBaz(active(""), waiting(""), blocked("meow"))));
    }

    @Test
    void case19ListsTheUnknownUnlessTheyAreSkipped() {
      MemberStatus[] members = {member("f", 1, active("m")), member("g", 2, UNKNOWN)};

      assertEquals(
          List.of("(f:active) m; (g:unknown) ", "(f:active) m"),
          List.of(
              text(PoolMessage.summary(), false, members),
              text(PoolMessage.summary(), true, members)));
    }

    @Test
    void case20TakesAFormatAndASeparator() {
      assertEquals(
          "relation_4=active<ok> | relation_2=active<ok> | relation_1=active<ok>"
              + " | workload=active<w>",
          text(
              PoolMessage.summary("{0}={1}<{2}>", " | "),
              List.of(
                  member("relation_1", 12, active("ok")),
                  member("relation_2", 10, active("ok")),
                  member("workload", 40, active("w")),
                  member("relation_4", 1, active("ok")))));
    }

    @Test
    void takesAMessageForNoFormat() {
      assertEquals(
          "(foo:blocked) {0}; (bar:active) {x} {9}",
          text(
              PoolMessage.summary(),
              List.of(member("foo", 1, blocked("{0}")), member("bar", 2, active("{x} {9}")))));
    }
  }

  @Nested
  class InOrder {

    @Test
    void case21PutsSmallerPrioritiesFirst() {
      assertEquals(
          List.of("relation_1", "relation_2", "workload"),
          tags(
              MemberStatus.worstFirst(
                  List.of(
                      member("workload", 12, UNKNOWN),
                      member("relation_1", 2, UNKNOWN),
                      member("relation_2", 7, UNKNOWN)))));
    }

    @Test
    void case22KeepsTheOrderOfEquals() {
      assertEquals(
          List.of("b", "a"),
          tags(
              MemberStatus.worstFirst(
                  List.of(member("b", 5, blocked("")), member("a", 5, blocked(""))))));
    }

    @Test
    void case23PutsOneWithoutPriorityBeforeItsEquals() {
      assertEquals(
          List.of("x", "a"),
          tags(
              MemberStatus.worstFirst(
                  List.of(member("a", 5, blocked("")), member("x", 0, blocked(""))))));
    }

    @Test
    void putsLevelsInTheOrderOfTheSpecificationNotOfCollectStatus() {
      assertEquals(
          List.of("b", "w", "m", "a", "u"),
          tags(
              MemberStatus.worstFirst(
                  List.of(
                      member("u", 1, UNKNOWN),
                      member("a", 1, active("")),
                      member("m", 1, maintenance("")),
                      member("w", 1, waiting("")),
                      member("b", 1, blocked(""))))));
    }
  }
}
