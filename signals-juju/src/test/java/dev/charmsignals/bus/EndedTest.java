package dev.charmsignals.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  @Test
  void remembersEveryUnitOfALargeRelationThatIsSuspended() throws MalformedException {
    Ended ended = Ended.parse(afterTheEndOf(300).text());

    assertEquals(ids(1, 300), List.copyOf(ended.cursors().keySet()));
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    Ended ended = afterTheEndOf(Ended.MAX_CURSORS + 2);

    assertEquals(ids(3, Ended.MAX_CURSORS + 2), List.copyOf(ended.cursors().keySet()));
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
    assertEquals(left, List.copyOf(ended.cursors().keySet()));
  }

  @Test
  void knowsAStreamOfAUnitOnlyAsThatUnits() {
    Ended ended = afterTheEndOf(2);

    assertEquals(
        List.of(Optional.of(new Cursor(StreamId.of(2), 2, 2)), Optional.empty()),
        List.of(ended.cursorOf(StreamId.of(2), "7 a/2"), ended.cursorOf(StreamId.of(2), "7 a/1")));
  }

  @Test
  void readsWhatItWrote() throws MalformedException {
    Standing own = new Standing(StreamId.of(9), 5, 4, List.of(new Replaced(StreamId.of(8), 3)));
    Ended ended =
        afterTheEndOf(2)
            .plusOwn(1, new Ended.Frozen(own, 6, Optional.of(new TreeMap<>(Map.of(5L, "{}")))))
            .plusOwn(2, new Ended.Frozen(own, 6, Optional.empty()));

    assertEquals(ended, Ended.parse(ended.text()));
  }
}
