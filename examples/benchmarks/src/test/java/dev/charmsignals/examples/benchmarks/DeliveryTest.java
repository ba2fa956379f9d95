package dev.charmsignals.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts hooks; {@code scripts/delivery-cost} does the same with more units. */
class DeliveryTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 128, 1", "2, 3, 128, 1", "2, 3, 8, 16"})
  void wakesEachObserverOncePerEmissionAndEachEmitterOncePerHalfWindow(
      int emitters, int observers, int hooks, int signalsPerHook) {
    Delivery delivery = Delivery.of(new Load(emitters, observers, hooks, signalsPerHook));

    assertEquals(hooks * observers, delivery.observers().hooks());
    assertEquals(2 * observers * emitters, delivery.emitters().hooks());
    assertEquals(List.of(), delivery.complaints());
  }

  @Test
  void wakesEmittersTheMoreRarelyTheLargerTheirWindow() {
    Delivery delivery = Delivery.of(new Load(2, 1, 3, 32, 16, 512));

    assertEquals(32 * 3, delivery.observers().hooks());
    assertEquals(2 * 3 * 2, delivery.emitters().hooks());
    assertEquals(List.of(), delivery.complaints());
  }

  @Test
  void acknowledgesTheStreamsOfAllEmittersWithOneWrite() {
    Delivery delivery = Delivery.of(new Load(2, 2, 3, 128, 1, 128));

    assertEquals(2 * 128 * 3, delivery.observers().hooks());
    assertEquals(2 * 3 * 2, delivery.emitters().hooks());
    assertEquals(List.of(), delivery.complaints());
  }

  @Test
  void wakesNobodyWhileNothingIsNew() {
    assertEquals(0, Delivery.of(new Load(2, 3, 5, 2)).idleHooks());
  }

  @Test
  void readsOnlyTheBagThatWokeAUnit() {
    Delivery few = Delivery.of(new Load(1, 1, 4, 1));
    Delivery many = Delivery.of(new Load(3, 1, 4, 1));

    assertTrue(few.observers().bytesRead() > 0);
    assertEquals(few.observers(), many.observers());
  }

  @Test
  void tellsWhatIsTooDear() {
    Load load = new Load(1, 10, 64, 1);
    Tally acknowledged = new Tally(10, 0);

    assertEquals(
        List.of(
            "3 deliveries are missing",
            "705 hooks of observers, where 640 cannot be avoided",
            "20 hooks of emitters, where acknowledgements account for 10",
            "725 hooks in all, where 640 cannot be avoided",
            "1 hooks although nothing was new"),
        new Delivery(load, new Tally(705, 0), new Tally(20, 0), Tally.NOTHING, 0, 3, 1)
            .complaints());
    assertEquals(
        List.of(),
        new Delivery(load, new Tally(640, 0), acknowledged, Tally.NOTHING, 0, 0, 0).complaints());
  }
}
