package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.B;
import static dev.charmsignals.log.Drafts.EMITTER;
import static dev.charmsignals.log.Drafts.NOON;
import static dev.charmsignals.log.Drafts.audience;
import static dev.charmsignals.log.Drafts.kept;
import static dev.charmsignals.log.Drafts.members;
import static dev.charmsignals.log.Drafts.passing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.json.MalformedException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The texts that charms of other versions and languages rely on. */
class WireFormatTest {

  private static final String ENTRY =
      "{\"name\":\"bork\",\"snapshot\":{\"reason\":\"…\"},\"at\":\"2026-01-31T12:00:00Z\","
          + "\"leader\":true,\"kept\":true}";

  @Test
  void writesTheBagOfAStreamAsDocumented() {
    OutgoingLog log =
        OutgoingLog.empty(EMITTER, 0, Window.DEFAULT)
            .append(kept("bork", "{\"reason\":\"…\"}"), Window.DEFAULT, Audience.NOBODY)
            .log()
            .append(passing("restart"), Window.DEFAULT, audience(Map.of(A, 0L, B, 0L)))
            .log();

    assertEquals(
        new TreeMap<>(
            Map.of(
                "signals",
                "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":2,\"floor\":0,\"members\":"
                    + "{\"aaaaaaaaaaaaaaaa\":1,\"bbbbbbbbbbbbbbbb\":1}}",
                "signal-1",
                ENTRY,
                "signal-2",
                "{\"name\":\"restart\",\"snapshot\":{},\"at\":\"2026-01-31T12:00:00Z\","
                    + "\"leader\":false,\"kept\":false}")),
        log.bag());
  }

  @Test
  void writesTheHeaderOfAReceiverThatNeverEmitted() {
    assertEquals(
        Map.of(
            "signals",
            "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":0,\"floor\":0,\"members\":{}}"),
        OutgoingLog.empty(EMITTER, 0, Window.DEFAULT).bag());
  }

  @Test
  void tellsReceiversOfAWindowThatIsNotTheUsualOne() {
    assertEquals(
        Map.of(
            "signals",
            "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":0,\"floor\":0,\"members\":{},"
                + "\"window\":{\"entries\":16,\"bytes\":131072}}"),
        OutgoingLog.empty(EMITTER, 0, Window.DEFAULT.entries(16)).bag());
  }

  @Test
  void tellsReceiversOfTheLargestSignalWhereItWaitsForThem() {
    assertEquals(
        Map.of(
            "signals",
            "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":0,\"floor\":0,\"members\":{},"
                + "\"window\":{\"entries\":128,\"bytes\":131072,\"signal\":65536}}"),
        OutgoingLog.empty(EMITTER, 0, Window.DEFAULT.whenFull(WhenFull.REJECT)).bag());
  }

  @Test
  void tellsReadersOfTheStreamsThatItReplaces() throws Exception {
    List<Replaced> replaced = List.of(new Replaced(B, 7), new Replaced(A, 0));
    OutgoingLog log = OutgoingLog.empty(EMITTER, 0, Window.DEFAULT).replacing(replaced);

    assertEquals(
        Map.of(
            "signals",
            "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":0,\"floor\":0,\"members\":{},"
                + "\"replaces\":[{\"id\":\"bbbbbbbbbbbbbbbb\",\"head\":7},"
                + "{\"id\":\"aaaaaaaaaaaaaaaa\",\"head\":0}]}"),
        log.bag());
    Appended appended =
        OutgoingLog.read(log.bag()).append(passing("x"), Window.DEFAULT, Audience.NOBODY);
    assertEquals(replaced, appended.log().header().replaces());
  }

  @Test
  void namesTheEightNewestStreamsThatItReplaces() {
    List<Replaced> ten =
        LongStream.rangeClosed(1, 10).mapToObj(i -> new Replaced(StreamId.of(i), i)).toList();

    Header header = OutgoingLog.empty(EMITTER, 0, Window.DEFAULT).replacing(ten).header();

    assertEquals(ten.subList(2, 10), header.replaces());
  }

  @Test
  void leavesOutWhatIsNoStreamAmongThoseReplaced() throws Exception {
    assertEquals(
        List.of(new Replaced(A, 7)),
        Header.parse(
                "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":0,\"floor\":0,\"replaces\":[3,"
                    + "{\"id\":\"x\",\"head\":1},{\"id\":\"bbbbbbbbbbbbbbbb\",\"head\":-1},"
                    + "{\"id\":\"bbbbbbbbbbbbbbbb\",\"head\":9007199254740992},"
                    + "{\"id\":\"aaaaaaaaaaaaaaaa\",\"head\":7},{}]}")
            .replaces());
  }

  @Test
  void takesNoNoticeOfALargestSignalThatCannotBe() throws Exception {
    String header = "{\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":0,\"floor\":0,\"window\":%s}";
    assertEquals(
        List.of(
            new Header.Span(9, 1000),
            new Header.Span(9, 1000, 300),
            new Header.Span(9, 1000),
            new Header.Span(9, 1000)),
        List.of(
            Header.parse(header.formatted("{\"entries\":9,\"bytes\":1000}")).window(),
            Header.parse(header.formatted("{\"entries\":9,\"bytes\":1000,\"signal\":300}"))
                .window(),
            Header.parse(header.formatted("{\"entries\":9,\"bytes\":1000,\"signal\":1001}"))
                .window(),
            Header.parse(header.formatted("{\"entries\":9,\"bytes\":1000,\"signal\":-1}"))
                .window()));
  }

  @Test
  void writesAcksInTheOrderOfTheirIds() {
    assertEquals(
        "{\"aaaaaaaaaaaaaaaa\":38,\"bbbbbbbbbbbbbbbb\":0}", Acks.text(members(B, 0, A, 38)));
    assertEquals("", Acks.text(members()));
  }

  @Test
  void readsBackWhatItWrites() throws Exception {
    assertEquals(
        new Entry(7, "bork", Map.of("reason", "…"), NOON, true, true), Entry.parse(7, ENTRY));

    Header header = new Header(EMITTER, 40, 16, members(A, 17, B, 40), new Header.Span(9, 1000));
    assertEquals(header, Header.parse(header.text()));
    Header full =
        new Header(
            EMITTER,
            40,
            16,
            members(A, 17),
            members(B, 3),
            new Header.Span(9, 1000, 300),
            List.of(new Replaced(StreamId.of(7), 5)));
    assertEquals(full, Header.parse(full.text()));

    assertEquals(members(A, 38, B, 0), Acks.parse(Acks.text(members(A, 38, B, 0))));
  }

  @Test
  void readsWhatALaterMinorVersionAdds() throws Exception {
    assertEquals(
        new Header(EMITTER, 40, 16, members(A, 17), new Header.Span(128, 131072)),
        Header.parse(
            "{\"caps\":[1],\"v\":1,\"id\":\"e0e0e0e0e0e0e0e0\",\"head\":40,\"floor\":16,"
                + "\"members\":{\"aaaaaaaaaaaaaaaa\":17,\"group\":{},\"x\":1}}"));
    assertEquals(
        new Entry(1, "a", Map.of(), NOON, false, false),
        Entry.parse(
            1, "{\"re\":\"x\",\"name\":\"a\",\"snapshot\":{},\"at\":\"2026-01-31T12:00:00Z\"}"));
  }

  @Test
  void usesKeysThatJujuTakesAndReadsThemOneWayOnly() {
    assertEquals("signal-1", BagKeys.entry(1));
    assertEquals(
        List.of(1L, 40L, Long.MAX_VALUE),
        numbers("signal-1", "signal-40", "signal-9223372036854775807"));
    assertEquals(
        List.of(-1L, -1L, -1L, -1L, -1L, -1L, -1L, -1L, -1L, -1L),
        numbers(
            "signal-",
            "signal-0",
            "signal-01",
            "signal--1",
            "signal-1x",
            "signal-١",
            "signal-9223372036854775808",
            "signal-99999999999999999999",
            "signals",
            "signals-ack"));
  }

  private static List<Long> numbers(String... keys) {
    return Arrays.stream(keys).map(BagKeys::seqOf).toList();
  }

  @Test
  void callsUnitsBySixteenHexDigits() {
    assertEquals("00000000000000ff", StreamId.of(255).value());
    assertEquals("ffffffffffffffff", StreamId.of(-1).toString());
    assertEquals(Optional.of(A), StreamId.parse("aaaaaaaaaaaaaaaa"));
    for (String text : List.of("", "aaa", "AAAAAAAAAAAAAAAA", "gggggggggggggggg", "a".repeat(17))) {
      assertEquals(Optional.empty(), StreamId.parse(text));
    }
    assertEquals(Optional.empty(), StreamId.parse("０".repeat(16)), "digits of other scripts");
    assertThrows(IllegalArgumentException.class, () -> new StreamId("unit/0"));
  }

  @Test
  void writesTimesAsJavaDoesAndReadsThemBack() throws Exception {
    Random random = new Random(7);
    long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 20_000; i++) {
      Instant at = Instant.ofEpochSecond(first + (long) (random.nextDouble() * (last - first)));
      assertEquals(at.toString(), WireTime.write(at));
      assertEquals(at, WireTime.read(WireTime.write(at)));
    }
    assertEquals("2024-02-29T23:59:59Z", WireTime.write(Instant.parse("2024-02-29T23:59:59.999Z")));
  }

  /** 400 years, after which the calendar begins again. */
  @Test
  void writesAndReadsEveryDayThereIs() throws Exception {
    Instant day = Instant.parse("1800-03-01T00:00:00Z");
    for (int i = 0; i < 146_097; i++) {
      assertEquals(day.toString(), WireTime.write(day));
      assertEquals(day, WireTime.read(day.toString()));
      day = day.plusSeconds(86_400);
    }
  }

  @Test
  void readsNoDayThatAMonthDoesNotHave() {
    for (String day :
        List.of(
            "2026-01-32",
            "2026-02-29",
            "2024-02-30",
            "1900-02-29",
            "2000-02-30",
            "2026-03-32",
            "2026-04-31",
            "2026-05-32",
            "2026-06-31",
            "2026-07-32",
            "2026-08-32",
            "2026-09-31",
            "2026-10-32",
            "2026-11-31",
            "2026-12-32",
            "2026-05-00")) {
      assertThrows(MalformedException.class, () -> WireTime.read(day + "T00:00:00Z"), day);
    }
  }

  @Test
  void takesForANameWhatAKeyMayHoldAndNothingBeside() {
    String allowed = "azAZ09._-";
    for (char c = 0; c < 0x180; c++) {
      boolean letterOrDigit = c < 0x80 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
      assertEquals(letterOrDigit, Entry.isName("a" + c), "character " + (int) c);
    }
    assertEquals(true, Entry.isName(allowed));
    assertEquals(true, Entry.isName("a".repeat(64)));
    assertEquals(false, Entry.isName("a".repeat(65)));
    assertEquals(false, Entry.isName(""));
  }

  @Test
  void writesATimeThatCanBeReadWhateverTheClockSays() {
    assertEquals("9999-12-31T23:59:59Z", WireTime.write(Instant.MAX));
    assertEquals("0000-01-01T00:00:00Z", WireTime.write(Instant.MIN));
  }

  @Test
  void refusesTimesThatDoNotExist() {
    for (String text :
        List.of(
            "2026-02-31T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-01-31T24:00:00Z",
            "2026-01-31T12:00:60Z",
            "2026-01-31 12:00:00Z",
            "2026-01-31T12:00:00+",
            "2026-01-3xT12:00:00Z",
            "yesterday",
            "")) {
      assertThrows(MalformedException.class, () -> WireTime.read(text), text);
    }
  }

  @Test
  void showsNoPayloadInItsWords() throws Exception {
    assertEquals("Entry[7 bork, 1 keys]", Entry.parse(7, ENTRY).toString());
    assertEquals("Draft[bork, 17 characters]", kept("bork", "{\"reason\":\"pass\"}").toString());
  }
}
