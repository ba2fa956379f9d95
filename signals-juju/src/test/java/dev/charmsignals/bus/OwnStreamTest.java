package dev.charmsignals.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Draft;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.StreamId;
import dev.charmsignals.log.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OwnStreamTest {

  private static final StreamId READER = StreamId.of(2);

  private static Draft draft(String name, boolean kept) {
    return new Draft(name, "{}", Instant.EPOCH, false, kept);
  }

  /** It has not looked yet, and what it was admitted at says where it is to begin. */
  @Test
  void doesNotAdmitAnewWhoLostItsMembershipToTheSignalBefore() {
    OwnStream stream = new OwnStream(Window.DEFAULT.entries(2), () -> 1);
    OutgoingLog log = OutgoingLog.empty(StreamId.of(1), 0, Window.DEFAULT.entries(2));
    Book book = Book.of(Standing.of(log)).with("b/0", Peer.UNKNOWN.at(new Cursor(READER, 0, 0)));
    Link full =
        stream.appendAll(
            Link.of(book).with(log), List.of(draft("passing", false), draft("passing", false)));

    Link after = stream.appendAll(full, List.of(draft("one", true), draft("two", true)));

    assertEquals(Map.of(), after.log().orElseThrow().header().members());
    assertEquals(Map.of(READER, 0L), after.log().orElseThrow().header().barred());
    assertEquals(OptionalLong.of(3), after.book().peer("b/0").barredAt());
  }
}
