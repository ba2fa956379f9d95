package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.B;
import static dev.charmsignals.log.Drafts.C;
import static dev.charmsignals.log.Drafts.EMITTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplacedTest {

  private static List<Replaced> first(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Replaced(StreamId.of(i), i * 10L))
        .toList();
  }

  @Test
  void isFullWhereThereMayHaveBeenMore() {
    assertEquals(
        List.of(false, false, true, true),
        List.of(
            Replaced.isFull(List.of()),
            Replaced.isFull(first(7)),
            Replaced.isFull(first(8)),
            Replaced.isFull(first(9))));
  }

  @Test
  void readsTheNewestEightOfThoseThatMakeSense() throws Exception {
    List<Object> written = new ArrayList<>(List.of("junk", Map.of("id", "x", "head", 1L)));
    for (Replaced each : first(7)) {
      written.add(Map.of("id", each.id().value(), "head", each.head()));
    }

    assertEquals(first(7), Replaced.read(Map.of("replaces", written)));
    written.add(Map.of("id", StreamId.of(8).value(), "head", 80L));
    written.add(Map.of("id", StreamId.of(9).value(), "head", 90L));
    assertEquals(first(9).subList(1, 9), Replaced.read(Map.of("replaces", written)));
  }

  @Test
  void readsHeadsFromNothingToTheGreatest() {
    List<Map<String, Object>> written =
        LongStream.of(-1, 0, Header.MAX_HEAD, Header.MAX_HEAD + 1)
            .mapToObj(head -> Map.<String, Object>of("id", A.value(), "head", head))
            .toList();

    assertEquals(
        List.of(new Replaced(A, 0), new Replaced(A, Header.MAX_HEAD)),
        Replaced.read(Map.of("replaces", written)));
  }

  /** Its bag was restored twice, and the emitter has not looked since the first time, or at all. */
  @Test
  void isAdmittedByTheNewestIdThatTheEmitterKnows() throws MalformedException {
    List<Replaced> former = List.of(new Replaced(A, 1), new Replaced(B, 2));
    Map<String, String> both = Map.of(BagKeys.HEADER, header(Map.of(A, 3L, B, 5L)));
    Map<String, String> oldest = Map.of(BagKeys.HEADER, header(Map.of(A, 3L)));

    assertEquals(Optional.of(new Cursor(EMITTER, 5, 5, 0)), start(both, former));
    assertEquals(Optional.of(new Cursor(EMITTER, 3, 3, 0)), start(oldest, former));
    assertEquals(Optional.of(new Cursor(EMITTER, 9, 9, 0)), start(oldest, List.of()));
  }

  private static Optional<Cursor> start(Map<String, String> bag, List<Replaced> former) {
    return new IncomingLog(bag, C, former).read(Optional.empty(), Map.of()).start();
  }

  private static String header(Map<StreamId, Long> members) {
    return new Header(EMITTER, 9, 0, new TreeMap<>(members), Header.Span.of(Window.DEFAULT)).text();
  }
}
