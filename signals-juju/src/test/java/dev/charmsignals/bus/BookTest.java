package dev.charmsignals.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Audience;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookTest {

  private static final StreamId OWN = new StreamId("0000000000000001");
  private static final StreamId COPIED = new StreamId("00000000000000aa");
  private static final StreamId OTHER = new StreamId("00000000000000bb");

  private final Book book =
      Book.of(new Standing(OWN, 9, 4, List.of(new Replaced(OTHER, 7))))
          .with("a/0", Peer.UNKNOWN.at(new Cursor(COPIED, 3, 0)).acknowledging(8))
          .with("a/1", Peer.UNKNOWN.at(new Cursor(COPIED, 7, 0)).acknowledging(2))
          .with("a/2", Peer.UNKNOWN.at(new Cursor(OTHER, 5, 0)).acknowledging(6));

  @Test
  void readsWhatItWrote() throws MalformedException {
    assertEquals(book, Book.parse(book.text()));
  }

  @Test
  void remembersWhatItHasAcknowledged() throws MalformedException {
    Book told = Book.parse(book.acknowledged().text());

    assertEquals(book.acknowledged(), told);
    assertEquals(
        List.of(true, false, false),
        List.of(
            told.mayHaveWritten(book.acknowledgement()),
            told.mayHaveWritten(""),
            told.mayHaveWritten("{}")));
    assertEquals(true, book.mayHaveWritten("{}")); // it has not written any, or does not know
  }

  @Test
  void readsWhatAVersionWroteThatDidNotRememberTheFloor() throws MalformedException {
    String before = "{\"id\":\"0000000000000001\",\"head\":9,\"peers\":{}}";

    assertEquals(Book.of(new Standing(OWN, 9, 0, List.of())), Book.parse(before));
  }

  @Test
  void acknowledgesNoMoreThanIsReadOfAStreamWhoseIdAnotherUnitHasCopied() {
    assertEquals(Map.of(COPIED, 3L, OTHER, 5L), book.positions());
  }

  @Test
  void takesTwoReceiversOfOneIdForTheSlowerOne() {
    assertEquals(new Audience(Map.of(COPIED, 2L, OTHER, 6L), Set.of()), book.audience());
  }
}
