package dev.charmsignals.defer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;
import java.util.HashSet;
import java.util.Set;

/** All deferred events as charm state keeps them, after somebody edited it. */
class DeferQueueFuzzTest {

  @FuzzTest
  void aQueueThatCanBeReadCanBeKeptAgainAndLosesNoEvent(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text));
  }

  private static void check(String text) throws MalformedException {
    DeferQueue queue;
    try {
      queue = DeferQueue.parse(text);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    assertEquals(queue, DeferQueue.parse(queue.text()));
    Set<Long> numbers = new HashSet<>();
    for (DeferredEvent event : queue.events()) {
      assertTrue(numbers.add(event.number()), "an event that goes when another one is delivered");
      assertTrue(event.number() < queue.next(), "a number that will come twice");
      assertEquals(queue, queue.minus(event.number()).plus(event));
    }
  }
}
