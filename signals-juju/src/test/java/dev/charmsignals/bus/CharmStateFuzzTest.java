package dev.charmsignals.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.IncomingLog;
import dev.charmsignals.name.UnitName;
import java.util.List;
import java.util.Map;

/** What the bus keeps in charm state, after somebody edited it. */
class CharmStateFuzzTest {

  private static final Map<String, String> BAG =
      Map.of(
          "signals", "{\"v\":1,\"id\":\"0123456789abcdef\",\"head\":3,\"floor\":0}",
          "signal-3", "{}");

  private interface Parse<T> {
    T parse(String text) throws MalformedException;
  }

  private interface Write<T> {
    String text(T value);
  }

  @FuzzTest
  void whatCanBeReadCanBeStoredAndReadAgain(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text, Book::parse, Book::text));
    Hostile.bounded(text.length(), () -> check(text, Ended::parse, Ended::text));
    Hostile.bounded(text.length(), () -> check(text, Retained::parse, Retained::text));
    Hostile.bounded(text.length(), () -> check(text, Deferred::parse, Deferred::text));
  }

  private static <T> void check(String text, Parse<T> parse, Write<T> write)
      throws MalformedException {
    T value;
    try {
      value = parse.parse(text);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    assertEquals(value, parse.parse(write.text(value)));
    if (value instanceof Book book) {
      use(book);
    }
  }

  /** No cursor may send a look at a bag on an endless way. */
  private static void use(Book book) {
    var log = new IncomingLog(BAG, book.id());
    for (Map.Entry<String, Peer> peer : book.peers().entrySet()) {
      assertEquals(peer.getKey(), new UnitName(peer.getKey()).toString());
      int arrivals = log.read(peer.getValue().cursor(), Map.of()).arrivals().size();
      assertTrue(arrivals <= 2, "finds more than is there");
    }
    Book acknowledged = book.acknowledged(book.acknowledgement(List.of()));
    assertEquals(acknowledged, acknowledged.acknowledged(acknowledged.acknowledgement(List.of())));
  }
}
