package dev.charmsignals.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EndedTest {

  private static Ended afterTheEndOf(int streams) {
    Ended ended = Ended.NOTHING;
    for (long i = 1; i <= streams; i++) {
      ended = ended.plus(new Cursor(StreamId.of(i), i, i), Ended.unit(7, "a/" + i));
    }
    return ended;
  }

  private static List<StreamId> ids(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(StreamId::of).toList();
  }

  private static List<StreamId> streams(Ended ended) {
    return ended.others().stream().map(each -> each.cursor().stream()).toList();
  }

  @Test
  void remembersEveryUnitOfALargeRelationThatIsSuspended() throws MalformedException {
    Ended ended = Ended.parse(afterTheEndOf(300).text());

    assertEquals(ids(1, 300), streams(ended));
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    Ended ended = afterTheEndOf(Ended.MAX_OTHERS + 2);

    assertEquals(ids(3, Ended.MAX_OTHERS + 2), streams(ended));
  }

  @Test
  void forgetsNothingOfARelationBecauseAnotherIsLarge() {
    Ended ended = afterTheEndOf(2);
    for (long i = 3; i <= Ended.MAX_OTHERS + 2; i++) {
      ended = ended.plus(new Cursor(StreamId.of(i), i, i), Ended.unit(8, "a/" + i));
    }

    List<StreamId> left = new ArrayList<>(ids(1, 2));
    left.addAll(ids(5, Ended.MAX_OTHERS + 2));
    assertEquals(left, streams(ended));
  }

  @Test
  void forgetsNothingOfALivingRelationBecauseManyAreGone() {
    Ended ended = Ended.NOTHING;
    for (long i = 1; i <= Ended.MAX_OTHERS; i++) {
      ended = ended.plus(new Cursor(StreamId.of(i), i, i), Ended.unit((int) i, "a/0"));
    }
    for (long i = 1; i <= 3; i++) {
      long id = Ended.MAX_OTHERS + i;
      ended = ended.plus(new Cursor(StreamId.of(id), i, i), Ended.unit(1_000, "a/" + i));
    }

    assertEquals(ids(4, Ended.MAX_OTHERS + 3), streams(ended));
  }

  @Test
  void tellsHowFarItWasInTheStreamsOfOneRelation() {
    Cursor first = new Cursor(StreamId.of(3), 9, 9);
    Cursor last = new Cursor(StreamId.of(4), 2, 1);
    Ended ended =
        afterTheEndOf(1)
            .plus(first, Ended.unit(7, "b/0"))
            .plus(last, Ended.unit(7, "b/0"))
            .plus(new Cursor(StreamId.of(5), 9, 9), Ended.unit(77, "b/1"));

    assertEquals(List.of(new Cursor(StreamId.of(1), 1, 1), first, last), ended.cursorsIn(7));
  }

  /** The next stream in its place can then say what it replaces. */
  @Test
  void remembersWhereAStreamStoodWhenThereIsNoRoomForWhatItKept() throws MalformedException {
    Ended ended =
        Ended.NOTHING
            .plusOwn(1, keeping(100_000))
            .plusOwn(2, keeping(100_000))
            .plusOwn(3, keeping(200_000));

    assertEquals(
        Map.of(1, keeping(0).emptied(), 2, keeping(100_000), 3, keeping(0).emptied()),
        Ended.parse(ended.text()).own());
  }

  /** Another stream replaces it then, as where they could not be read. */
  @Test
  void keepsEverythingElseWhereSomebodyEditedWhatAStreamKeeps() throws MalformedException {
    Ended ended = afterTheEndOf(2).plusOwn(1, keeping(1)).plusOwn(2, keeping(2));

    assertEquals(
        afterTheEndOf(2).plusOwn(1, keeping(1).emptied()).plusOwn(2, keeping(2)),
        Ended.parse(ended.text().replace("{\"5\":\"x\"}", "{\"six\":\"x\"}")));
    assertEquals(
        afterTheEndOf(2).plusOwn(1, keeping(1).emptied()).plusOwn(2, keeping(2)),
        Ended.parse(ended.text().replace("{\"5\":\"x\"}", "{\"6\":\"x\"}")));
  }

  @Test
  void forgetsTheOldestOfItsOwnStreamsWhenThereAreTooMany() {
    Ended ended = Ended.NOTHING;
    for (int i = 1; i <= Ended.MAX_OWN + 2; i++) {
      ended = ended.plusOwn(i, keeping(0));
    }

    assertEquals(
        IntStream.rangeClosed(3, Ended.MAX_OWN + 2).boxed().toList(),
        List.copyOf(ended.own().keySet()));
  }

  private static Ended.Frozen keeping(int characters) {
    Standing own = new Standing(StreamId.of(9), 5, 4, List.of(), Collections.emptySortedMap());
    return new Ended.Frozen(own, 6, Optional.of(new TreeMap<>(Map.of(5L, "x".repeat(characters)))));
  }

  @Test
  void forgetsNothingOfOthersWhenAUnitReplacesItsStreamAgainAndAgain() throws MalformedException {
    Ended ended = afterTheEndOf(2);
    for (long i = 3; i <= 1_000; i++) {
      Cursor cursor = new Cursor(StreamId.of(i), i, i);
      ended = Ended.parse(ended.text()).plus(cursor, "7 x/0");
    }

    List<StreamId> left = new ArrayList<>(ids(1, 2));
    left.addAll(ids(1_001 - Ended.MAX_OF_ONE_UNIT, 1_000));
    assertEquals(left, streams(ended));
  }

  /** Whoever sees an id can show it as its own. */
  @Test
  void keepsWhatIsRememberedOfAUnitWhenAnotherCopiesItsStream() throws MalformedException {
    StreamId copied = StreamId.of(2);
    Ended ended = Ended.parse(afterTheEndOf(2).plus(new Cursor(copied, 99, 0), "7 x/0").text());

    assertEquals(Map.of(copied, new Cursor(copied, 2, 2)), ended.cursorsOf("7 a/2"));
    assertEquals(
        Map.of(copied, new Cursor(copied, 2, 2)), ended.minus(copied, "7 x/0").cursorsOf("7 a/2"));
    assertEquals(Map.of(), ended.minus(copied, "7 a/2").cursorsOf("7 a/2"));
  }

  @Test
  void takesAStreamOfWhichAnEarlierVersionDidNotSayWhoseItIsForAnybodys()
      throws MalformedException {
    Ended ended =
        Ended.parse(
            "{\"cursors\":[{\"id\":\"00000000000000aa\",\"seq\":3,\"acked\":2}],\"own\":[]}");
    StreamId stream = new StreamId("00000000000000aa");

    assertEquals(Map.of(stream, new Cursor(stream, 3, 2)), ended.cursorsOf("7 a/2"));
    assertEquals(Ended.NOTHING, ended.minus(stream, "7 a/2"));
  }

  @Test
  void readsWhatItWrote() throws MalformedException {
    Standing own =
        new Standing(
            StreamId.of(9),
            5,
            4,
            List.of(new Replaced(StreamId.of(8), 3)),
            new TreeMap<>(Map.of("word", 2L)));
    Ended ended =
        afterTheEndOf(2)
            .plusOwn(1, new Ended.Frozen(own, 6, Optional.of(new TreeMap<>(Map.of(5L, "{}")))))
            .plusOwn(2, new Ended.Frozen(own, 6, Optional.empty()));

    assertEquals(ended, Ended.parse(ended.text()));
  }
}
