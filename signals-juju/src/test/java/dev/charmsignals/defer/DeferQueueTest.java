package dev.charmsignals.defer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.json.MalformedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeferQueueTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private static final DeferredEvent FIRST = event(1, "a", Map.of());
  private static final DeferredEvent SECOND = event(2, "b", Map.of("JUJU_REMOTE_UNIT", "db/0"));
  private static final DeferredEvent THIRD = event(3, "a", Map.of("JUJU_REMOTE_UNIT", "db/1"));

  private static DeferredEvent event(long number, String observer, Map<String, String> facts) {
    return new DeferredEvent(number, observer, "db-relation-changed", new TreeMap<>(facts), NOON);
  }

  private static DeferQueue queue(DeferredEvent... events) {
    DeferQueue queue = DeferQueue.EMPTY;
    for (DeferredEvent event : events) {
      queue = queue.plus(event);
    }
    return queue;
  }

  private static DeferLimits limits(int perObserver, int inAll, int characters) {
    return new DeferLimits(perObserver, inAll, characters, Duration.ofDays(1));
  }

  @Test
  void keepsThePlaceOfAnEventThatIsDeferredAgain() {
    DeferQueue queue = queue(FIRST, SECOND, THIRD).minus(2).plus(SECOND);

    assertEquals(new DeferQueue(4, List.of(FIRST, SECOND, THIRD)), queue);
  }

  @Test
  void givesNoNumberTwice() {
    assertEquals(new DeferQueue(4, List.of()), queue(FIRST, THIRD).minus(3).minus(1));
  }

  @Test
  void knowsWhatIsToldAlready() {
    DeferQueue queue = queue(FIRST, SECOND);

    assertTrue(queue.holds("b", "db-relation-changed", Map.of("JUJU_REMOTE_UNIT", "db/0")));
    assertFalse(queue.holds("a", "db-relation-changed", Map.of("JUJU_REMOTE_UNIT", "db/0")));
    assertFalse(queue.holds("b", "db-relation-joined", Map.of("JUJU_REMOTE_UNIT", "db/0")));
    assertFalse(queue.holds("b", "db-relation-changed", Map.of()));
    assertTrue(queue.concerns("b"));
    assertFalse(queue.concerns("c"));
  }

  @Test
  void letsTheOldestGoOfAnObserverOrOfAll() {
    DeferQueue queue = queue(SECOND, FIRST, THIRD);

    assertEquals(Optional.of(FIRST), queue.excess(limits(1, 9, 9_999)));
    assertEquals(Optional.of(FIRST), queue.excess(limits(9, 2, 9_999)));
    assertEquals(Optional.of(SECOND), queue.minus(1).excess(limits(9, 9, 150)));
    assertEquals(Optional.empty(), queue.excess(limits(2, 3, 9_999)));
    assertEquals(Optional.empty(), queue(FIRST).excess(limits(1, 1, 1)));
  }

  @Test
  void isTheSameAfterAJourneyThroughCharmState() throws MalformedException {
    DeferQueue queue = queue(FIRST, SECOND, THIRD).minus(3);

    assertEquals(queue, DeferQueue.parse(queue.text()));
    assertEquals(
        "{\"next\":4,\"events\":[{\"n\":1,\"observer\":\"a\",\"event\":\"db-relation-changed\","
            + "\"at\":1769860800,\"facts\":{}},{\"n\":2,\"observer\":\"b\","
            + "\"event\":\"db-relation-changed\",\"at\":1769860800,"
            + "\"facts\":{\"JUJU_REMOTE_UNIT\":\"db/0\"}}]}",
        queue.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"next\":1,\"events\":{}}",
        "{\"next\":-1,\"events\":[]}",
        "{\"next\":1,\"events\":[7]}",
        "{\"next\":1,\"events\":[{\"n\":1,\"at\":0,\"facts\":{}}]}",
        "{\"next\":1,\"events\":[{\"n\":1,\"observer\":\"a\",\"event\":\"b\",\"at\":\"now\"}]}",
        "{\"next\":1,\"events\":[{\"n\":1,\"observer\":\"a\",\"event\":\"b\",\"at\":9007199254740992}]}"
      })
  void refusesWhatItDidNotWrite(String text) {
    assertThrows(MalformedException.class, () -> DeferQueue.parse(text));
  }

  @Test
  void refusesLimitsUnderWhichNothingCouldWait() {
    assertEquals(
        "No event can wait under limits of 0 per observer, 1 in all, 1 characters and PT24H; all"
            + " must be above zero, as in DeferLimits.DEFAULT",
        assertThrows(InvalidDeferLimitsException.class, () -> limits(0, 1, 1)).getMessage());
  }

  @Test
  void alwaysHasANumberLeftForTheNextEvent() throws MalformedException {
    String greatest = "{\"next\":9007199254740991,\"events\":[]}";

    assertEquals(DeferQueue.EMPTY, DeferQueue.parse(greatest));
  }
}
