package dev.charmsignals.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Audience;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BookTest {

  private static final StreamId OWN = new StreamId("0000000000000001");
  private static final StreamId COPIED = new StreamId("00000000000000aa");
  private static final StreamId OTHER = new StreamId("00000000000000bb");

  private static final SortedMap<String, Long> NONE = Collections.emptySortedMap();
  private static final SortedMap<String, Long> ALONE = new TreeMap<>(Map.of("word", 3L));

  private final Book book =
      Book.of(new Standing(OWN, 9, 4, List.of(new Replaced(OTHER, 7)), ALONE))
          .with("a/0", Peer.UNKNOWN.at(new Cursor(COPIED, 3, 0)).acknowledging(8))
          .with("a/1", Peer.UNKNOWN.at(new Cursor(COPIED, 7, 0)).acknowledging(2))
          .with("a/2", Peer.UNKNOWN.at(new Cursor(OTHER, 5, 0)).acknowledging(6));

  @Test
  void readsWhatItWrote() throws MalformedException {
    assertEquals(book, Book.parse(book.text()));
  }

  @Test
  void remembersWhatItHasAcknowledged() throws MalformedException {
    String acknowledgement = book.acknowledgement(List.of());
    Book told = Book.parse(book.acknowledged(acknowledgement).text());

    assertEquals(book.acknowledged(acknowledgement), told);
    assertEquals(
        List.of(true, false, false),
        List.of(
            told.mayHaveWritten(acknowledgement),
            told.mayHaveWritten(""),
            told.mayHaveWritten("{}")));
    assertEquals(true, book.mayHaveWritten("{}")); // it has not written any, or does not know
  }

  @Test
  void readsWhatAVersionWroteThatDidNotRememberTheFloor() throws MalformedException {
    String before = "{\"id\":\"0000000000000001\",\"head\":9,\"peers\":{}}";

    assertEquals(Book.of(new Standing(OWN, 9, 0, List.of(), NONE)), Book.parse(before));
  }

  @Test
  void acknowledgesNoMoreThanIsReadOfAStreamWhoseIdAnotherUnitHasCopied() {
    assertEquals(Map.of(COPIED, 3L, OTHER, 5L), book.positions(List.of()));
  }

  @Test
  void saysOfStreamsThatHaveEndedHowFarItWas() {
    StreamId gone = new StreamId("00000000000000cc");
    StreamId silent = new StreamId("00000000000000dd");
    List<Cursor> ended =
        List.of(
            new Cursor(gone, 9, 9), // of two units, one of which has copied it
            new Cursor(OTHER, 1, 1), // goes on
            new Cursor(gone, 6, 4),
            new Cursor(COPIED, 1, 1),
            new Cursor(silent, 2, 0));

    assertEquals(Map.of(COPIED, 3L, OTHER, 5L, gone, 6L, silent, 2L), book.positions(ended));
  }

  @Test
  void remembersWhatWasEmittedToTheRelationAloneWhenAnotherStreamBegins() {
    Standing next = new Standing(COPIED, 0, 0, List.of(), NONE);

    assertEquals(ALONE, book.with(next).own().alone());
  }

  @Test
  void takesTwoReceiversOfOneIdForTheSlowerOne() {
    assertEquals(new Audience(Map.of(COPIED, 2L, OTHER, 6L), Set.of()), book.audience());
  }
}
