package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.EMITTER;
import static dev.charmsignals.log.Drafts.firstLook;
import static dev.charmsignals.log.Drafts.look;
import static dev.charmsignals.log.Drafts.members;
import static dev.charmsignals.log.Drafts.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a remote unit wrote never throws; it is reported, and never quoted. */
class HostileBagTest {

  private static final long GREATEST = 9_007_199_254_740_991L;

  private static String header(String head, String floor, String members) {
    return "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":%s,\"floor\":%s,\"members\":%s}"
        .formatted(head, floor, members);
  }

  private static String entry(String name, String snapshot) {
    return "{\"name\":%s,\"snapshot\":%s,\"at\":\"2026-01-31T12:00:00Z\",\"kept\":true}"
        .formatted(name, snapshot);
  }

  private static String problem(String header) {
    Reading reading = firstLook(Map.of("signals", header, "signal-1", entry("\"a\"", "{}")), A);
    assertEquals(
        new Reading(
            Optional.empty(), false, reading.problem(), members(), Optional.empty(), List.of()),
        reading);
    return reading.problem().orElseThrow();
  }

  private static Arrival unreadable(String text) {
    return firstLook(Map.of("signals", header("1", "0", "{}"), "signal-1", text), A)
        .arrivals()
        .get(0);
  }

  private static String reason(String text) {
    Arrival.Unreadable unreadable = (Arrival.Unreadable) unreadable(text);
    assertEquals(new Arrival.Unreadable(1, unreadable.reason(), 1), unreadable);
    return unreadable.reason();
  }

  @Nested
  class InTheHeader {

    @Test
    void reportsWhatIsNoHeader() {
      assertEquals("signals is not JSON", problem("hello"));
      assertEquals("signals is empty", problem(""));
      assertEquals("signals is not a JSON object", problem("[]"));
      assertEquals("signals has no version", problem("{}"));
      assertEquals("signals has no version", problem("{\"v\":\"1\"}"));
      assertEquals("signals has no version", problem("{\"v\":0}"));
      assertEquals("signals has no stream id", problem("{\"v\":1}"));
      assertEquals("signals has no stream id", problem("{\"v\":1,\"id\":\"../../etc/passwd\"}"));
      assertEquals("signals has no stream id", problem("{\"v\":1,\"id\":7}"));
      assertEquals(
          "signals nests deeper or has longer numbers than allowed",
          problem("{\"a\":".repeat(500)));
    }

    @Test
    void reportsNumbersThatAreNone() {
      for (String head : List.of("\"1\"", "-1", "1.5", "null", "1e400", "9007199254740992", "{}")) {
        assertEquals("signals has no usable head", problem(header(head, "0", "{}")));
        assertEquals("signals has no usable floor", problem(header("1", head, "{}")));
      }
      assertEquals("signals has a floor above its head", problem(header("1", "2", "{}")));
    }

    @Test
    void reportsALongTextWithoutReadingIt() {
      assertEquals(
          "signals is more than a window of 1048576 bytes holds", problem("[".repeat(10_000_000)));
    }

    @Test
    void treatsANewerVersionAsAbsentWhateverElseItSays() {
      for (String newer : List.of("{\"v\":2}", "{\"v\":99,\"id\":[]}", "{\"v\":2,\"head\":-1}")) {
        assertEquals(
            new Reading(
                Optional.empty(), true, Optional.empty(), members(), Optional.empty(), List.of()),
            firstLook(Map.of("signals", newer, "signal-1", entry("\"a\"", "{}")), A));
      }
    }

    @Test
    void readsMembersAsFarAsTheyAreMembers() {
      assertEquals(members(), readMembers("[]"));
      assertEquals(members(), readMembers("\"all\""));
      assertEquals(
          members(A, 0),
          readMembers(
              "{\"aaaaaaaaaaaaaaaa\":0,\"unit/0\":1,\"bbbbbbbbbbbbbbbb\":\"1\","
                  + "\"cccccccccccccccc\":-1,\"dddddddddddddddd\":null}"));
    }

    private Map<StreamId, Long> readMembers(String members) {
      return firstLook(Map.of("signals", header("1", "0", members)), A)
          .header()
          .orElseThrow()
          .members();
    }

    @Test
    void reportsMoreMembersThanARelationCanHave() {
      StringBuilder members = new StringBuilder("{");
      for (int i = 0; i <= 10_000; i++) {
        members.append(i == 0 ? "\"" : ",\"").append(StreamId.of(i)).append("\":1");
      }
      assertEquals("signals names more than 10000 units", problem(header("1", "0", members + "}")));
    }

    @Test
    void startsAtTheHeadWhenTheAdmissionLiesBeyondIt() {
      Reading reading =
          firstLook(Map.of("signals", header("1", "0", "{\"" + A + "\":9007199254740991}")), A);
      assertEquals(Optional.of(new Cursor(EMITTER, 1, 1, 0)), reading.start());
    }

    @Test
    void takesTheUsualWindowForOneThatIsNone() {
      for (String window :
          List.of(
              "7",
              "{}",
              "{\"entries\":1,\"bytes\":1000}",
              "{\"entries\":4097,\"bytes\":1000}",
              "{\"entries\":10,\"bytes\":9007199254740991}",
              "{\"entries\":\"10\",\"bytes\":1000}")) {
        String header = header("1", "0", "{},\"window\":" + window);
        assertEquals(
            new Header.Span(128, 131_072),
            firstLook(Map.of("signals", header), A).header().orElseThrow().window());
      }
    }
  }

  @Nested
  class WithAHeadFarAway {

    private final String far = header("9007199254740991", "0", "{}");

    @Test
    void makesOneGapOfIt() {
      assertEquals(List.of("gap 8-9007199254740991"), words(look(Map.of("signals", far), A, 7)));
      assertEquals(
          List.of("gap 8-9", "a@10", "gap 11-9007199254740991"),
          words(look(Map.of("signals", far, "signal-10", entry("\"a\"", "{}")), A, 7)));
    }

    @Test
    void hasAnEndAtTheGreatestNumber() {
      Map<String, String> bag =
          Map.of("signals", far, BagKeys.entry(GREATEST), entry("\"a\"", "{}"));
      assertEquals(List.of("a@9007199254740991"), words(firstLook(bag, A)));
      assertEquals(List.of(), words(look(bag, A, GREATEST)));
      assertEquals(List.of("a@9007199254740991"), words(look(bag, A, GREATEST - 1)));
    }

    @Test
    void isAcknowledgedWithoutCountingUpToIt() {
      IncomingLog log = new IncomingLog(Map.of("signals", far), A);
      Header header = log.read(Optional.empty(), Map.of()).header().orElseThrow();
      assertTrue(log.isAckDue(new Cursor(EMITTER, GREATEST, 0), header, far.length()));
      assertTrue(log.isAckDue(new Cursor(EMITTER, Long.MAX_VALUE, 0), header, far.length()));
      assertTrue(log.isAckDue(new Cursor(EMITTER, (1L << 62) + 1, 1), header, far.length()));
    }

    @Test
    void isNotAcknowledgedInEachHookForEntriesThatAreNotThere() {
      Map<String, String> bag =
          Map.of("signals", header("5000", "0", "{}"), "signal-5000", entry("\"a\"", "{}"));
      IncomingLog log = new IncomingLog(bag, A);
      Header header = log.read(Optional.empty(), Map.of()).header().orElseThrow();
      assertEquals(false, log.isAckDue(new Cursor(EMITTER, 5000, 4999), header, 100));
    }

    @Test
    void makesAWindowFullOfNothing() {
      String header =
          header("100000000", "0", "{},\"window\":{\"entries\":4096,\"bytes\":1048576}");
      Map<String, Integer> accesses = new TreeMap<>();
      IncomingLog log = new IncomingLog(new CountingMap(Map.of("signals", header), accesses), A);
      Reading reading = log.read(Optional.of(new Cursor(EMITTER, 99_998_000, 0)), Map.of());
      log.isAckDue(
          new Cursor(EMITTER, 99_998_000, 99_996_000),
          reading.header().orElseThrow(),
          header.length());
      assertTrue(CountingMap.total(accesses) < 10, accesses.toString());
    }
  }

  @Nested
  class InAnEntry {

    @Test
    void reportsWhatIsNoEntry() {
      assertEquals("is not JSON", reason("hello"));
      assertEquals("is empty", reason(""));
      assertEquals("is not a JSON object", reason("\"signal\""));
      assertEquals("has no usable name", reason("{}"));
      assertEquals("has no usable name", reason(entry("7", "{}")));
      assertEquals("has no usable name", reason(entry("\"\"", "{}")));
      assertEquals("has no usable name", reason(entry("\"a\\nERROR forged\"", "{}")));
      assertEquals("has no usable name", reason(entry("\"" + "a".repeat(65) + "\"", "{}")));
      assertEquals("has no snapshot", reason(entry("\"a\"", "[]")));
      assertEquals("has no snapshot", reason(entry("\"a\"", "null")));
      assertEquals("has no time", reason("{\"name\":\"a\",\"snapshot\":{}}"));
      assertEquals("has no time", reason("{\"name\":\"a\",\"snapshot\":{},\"at\":1769860800}"));
      assertEquals(
          "has a time that is not like 2026-01-31T12:00:00Z",
          reason("{\"name\":\"a\",\"snapshot\":{},\"at\":\"now\"}"));
      assertEquals(
          "has a number beyond every number", reason(entry("\"a\"", "{\"n\":1e99999999999}")));
      assertEquals("holds half a surrogate pair", reason(entry("\"a\"", "{\"s\":\"\\udead\"}")));
    }

    @Test
    void reportsDeepNestingAndLongNumbers() {
      String deep = "[".repeat(100_000) + "]".repeat(100_000);
      String why = "nests deeper or has longer numbers than allowed";
      assertEquals(why, reason(entry("\"a\"", "{\"d\":" + deep + "}")));
      assertEquals(why, reason(entry("\"a\"", "{\"n\":" + "9".repeat(100_000) + "}")));
    }

    @Test
    void reportsTenMegabytesWithoutReadingThem() {
      String why = "is more than a window of 1048576 bytes holds";
      assertEquals(why, reason(entry("\"a\"", "{\"s\":\"" + "z".repeat(10_000_000) + "\"}")));
      assertEquals(why, reason("[".repeat(10_000_000)));
    }

    @Test
    void readsNoMoreThanTheLargestWindowAtALook() {
      Map<String, String> bag = new TreeMap<>();
      bag.put("signals", header("9", "0", "{\"" + A + "\":0}"));
      for (long seq = 1; seq <= 8; seq++) {
        bag.put(BagKeys.entry(seq), entry("\"a\"", "{\"s\":\"" + "z".repeat(300_000) + "\"}"));
      }
      bag.put(BagKeys.entry(9), entry("\"a\"", "{}"));
      assertEquals(
          List.of("a@1", "a@2", "a@3", "junk@4", "junk@5", "junk@6", "junk@7", "junk@8", "a@9"),
          words(firstLook(bag, A)));
    }

    @Test
    void goesOnBehindIt() {
      Map<String, String> bag =
          Map.of(
              "signals",
              header("3", "0", "{\"" + A + "\":0}"),
              "signal-1",
              entry("\"a\"", "{}"),
              "signal-2",
              "junk",
              "signal-3",
              entry("\"c\"", "{}"));
      assertEquals(
          List.of(1L, 2L, 3L), firstLook(bag, A).arrivals().stream().map(Arrival::upTo).toList());
      assertEquals(List.of("a@1", "junk@2", "c@3"), words(firstLook(bag, A)));
    }
  }

  @Nested
  class InKeys {

    @Test
    void ignoresKeysThatAreNoEntriesByTheThousand() {
      Map<String, String> bag = new TreeMap<>();
      bag.put("signals", header("2", "0", "{\"" + A + "\":0}"));
      bag.put("signal-1", entry("\"a\"", "{}"));
      bag.put("signal-2", entry("\"b\"", "{}"));
      bag.put("signal-01", entry("\"c\"", "{}"));
      bag.put("signal-99999999999999999999", entry("\"d\"", "{}"));
      bag.put("signal-3", entry("\"above-the-head\"", "{}"));
      for (int i = 0; i < 20_000; i++) {
        bag.put("signal-x" + i, "junk");
        bag.put("signal-" + (1000 + i), "junk");
      }
      assertEquals(List.of("a@1", "b@2"), words(firstLook(bag, A)));
      assertEquals(List.of("b@2"), words(look(bag, A, 1)));
    }

    @Test
    void reportsAcksThatAreNoneAndReadsTheRest() {
      for (String acks : List.of("junk", "[1]", "\"x\"")) {
        Reading reading =
            firstLook(
                Map.of(
                    "signals", header("1", "0", "{}"),
                    "signal-1", entry("\"a\"", "{}"),
                    "signals-ack", acks),
                A);
        assertTrue(reading.problem().orElseThrow().startsWith("signals-ack is not "));
        assertEquals(members(), reading.acks());
        assertEquals(List.of("a@1"), words(reading));
      }
    }

    @Test
    void readsAcksAsFarAsTheyAreAcks() {
      String acks =
          "{\"aaaaaaaaaaaaaaaa\":3,\"bbbbbbbbbbbbbbbb\":-3,\"x\":1,\"cccccccccccccccc\":\"9\"}";
      assertEquals(members(A, 3), firstLook(Map.of("signals-ack", acks), A).acks());
      assertEquals(3, new IncomingLog(Map.of("signals-ack", acks), A).ack());
      for (String junk : List.of("junk", "", "{}", "[".repeat(10_000_000))) {
        assertEquals(0, new IncomingLog(Map.of("signals-ack", junk), A).ack());
      }
      assertEquals(0, new IncomingLog(Map.of(), A).ack());
    }
  }

  @Test
  void throwsNothingWhateverTheBagHolds() {
    String[] junk = {
      "",
      "null",
      "0",
      "[]",
      "{}",
      "\"\\ud800\"",
      "1e999999999999",
      "{\"v\":1",
      "\u0000",
      "{\"v\":2}"
    };
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      Map<String, String> bag = new TreeMap<>();
      String[] numbers = {"0", "3", "5", "9007199254740991", "9223372036854775807", "-1", "\"3\""};
      bag.put(
          "signals",
          header(
              numbers[random.nextInt(numbers.length)],
              numbers[random.nextInt(2)],
              random.nextBoolean() ? "{\"" + A + "\":" + random.nextInt(9) + "}" : "[]"));
      for (String key : List.of("signals", "signals-ack", "signal-1", "signal-2", "signal-5")) {
        switch (random.nextInt(5)) {
          case 0 -> bag.put(key, junk[random.nextInt(junk.length)]);
          case 1 -> bag.putIfAbsent(key, entry("\"a\"", "{\"n\":" + junk[random.nextInt(7)] + "}"));
          case 2 -> bag.putIfAbsent(key, entry("\"a\"", "{}"));
          default -> {}
        }
      }
      try {
        IncomingLog log = new IncomingLog(bag, A);
        long cursor = random.nextBoolean() ? random.nextInt(7) : GREATEST;
        Optional<Cursor> known =
            random.nextBoolean() ? Optional.of(new Cursor(EMITTER, cursor, 0)) : Optional.empty();
        Reading reading = log.read(known, Map.of());
        long at = reading.start().map(Cursor::seq).orElse(0L);
        for (Arrival arrival : reading.arrivals()) {
          assertTrue(arrival.upTo() >= at, "moves on");
          at = arrival.upTo();
        }
        reading
            .header()
            .ifPresent(h -> log.isAckDue(new Cursor(EMITTER, cursor, 0), h, Drafts.bytes(bag)));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + bag, e);
      }
    }
  }
}
