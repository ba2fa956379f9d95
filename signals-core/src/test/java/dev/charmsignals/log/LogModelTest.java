package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random histories of one emitter and several receivers: looks are lost, late, at old bags, or
 * crash before they commit; units leave and others come; relations are suspended.
 *
 * <p>A failure names its seed; {@code history(seed)} runs that one again.
 */
class LogModelTest {

  private static final int HISTORIES = 2500;
  private static final int STEPS = 60;

  @Test
  void holdsItsPromisesInEveryHistory() {
    int delivered = 0;
    int missing = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      try {
        History history = new History(seed);
        history.run();
        for (ModelReceiver receiver : history.everybody) {
          delivered += receiver.delivered().size();
          missing += receiver.missing().size();
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    assertTrue(delivered > 50_000, "much was delivered: " + delivered);
    assertTrue(missing > 1000, "and some was lost: " + missing);
  }

  private static final class History {
    private final Random random;
    private final ModelEmitter emitter;
    private final List<ModelReceiver> present = new ArrayList<>();
    private final List<ModelReceiver> everybody = new ArrayList<>();
    private int payload;

    History(long seed) {
      random = new Random(seed);
      Window window = Window.DEFAULT.entries(4 + random.nextInt(12));
      if (random.nextInt(3) == 0) {
        window = window.bytes(2000, 1000);
      }
      if (random.nextBoolean()) {
        window = window.whenFull(WhenFull.REJECT);
      }
      emitter = new ModelEmitter(window);
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        step();
      }
      settle();
      check();
    }

    private void step() {
      int slot = random.nextInt(4);
      if (slot >= present.size()) {
        if (random.nextInt(3) == 0) {
          join();
        }
        return;
      }
      ModelReceiver receiver = present.get(slot);
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> emitter.emit(drafts(), present, random.nextInt(6) > 0);
        case 3 -> receiver.announced = true;
        case 4, 5 -> emitter.learn(receiver);
        case 6, 7, 8 -> receiver.look(emitter.bag(), random.nextInt(5) > 0, oneIn(10));
        case 9 -> receiver.look(anOldBag(), random.nextInt(5) > 0, oneIn(10));
        case 10 -> receiver.suspend();
        default -> {
          if (oneIn(3)) {
            leave(slot);
          }
        }
      }
    }

    private boolean oneIn(int n) {
      return random.nextInt(n) == 0;
    }

    private Map<String, String> anOldBag() {
      return emitter.bags.get(random.nextInt(emitter.bags.size()));
    }

    private void join() {
      ModelReceiver receiver = new ModelReceiver(StreamId.of(random.nextLong()));
      receiver.announced = random.nextBoolean();
      present.add(receiver);
      everybody.add(receiver);
    }

    private void leave(int slot) {
      ModelReceiver gone = present.remove(slot);
      emitter.forget(gone.id);
    }

    private List<Draft> drafts() {
      List<Draft> drafts = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        String snapshot =
            "{\"n\":%d,\"p\":\"%s\"}".formatted(payload++, "z".repeat(random.nextInt(200)));
        String name = String.valueOf((char) ('a' + random.nextInt(4)));
        boolean kept = name.compareTo("d") < 0;
        drafts.add(kept ? Drafts.kept(name, snapshot) : Drafts.passing(name, snapshot));
      }
      return drafts;
    }

    /** Everybody shows itself and looks until nothing is new. */
    private void settle() {
      for (ModelReceiver receiver : present) {
        receiver.announced = true;
        receiver.look(emitter.bag(), true, false);
        emitter.learn(receiver);
      }
      for (ModelReceiver receiver : present) {
        Map<String, String> before = receiver.bag();
        assertEquals(0, receiver.look(emitter.bag(), true, false), "I2: nothing comes twice");
        assertEquals(before, receiver.bag(), "I6: a look without news writes nothing");
      }
      Draft small = Drafts.passing("last");
      assertEquals(1, emitter.emit(List.of(small), present, true), "I7: there is room again");
      for (ModelReceiver receiver : present) {
        assertEquals(1, receiver.look(emitter.bag(), true, false), "I7: and it arrives");
      }
    }

    private void check() {
      for (ModelReceiver receiver : everybody) {
        receiver.check(emitter.committed);
        Long admission = emitter.admissions.get(receiver.id);
        if (admission != null && !emitter.everBarred.contains(receiver.id)) {
          assertEquals(
              0,
              receiver.missing().tailSet(admission, false).size(),
              "I1: nothing is lost for a member that keeps up");
        }
      }
      for (ModelReceiver receiver : present) {
        for (String name : List.of("a", "b", "c")) {
          assertEquals(
              newest(name, List.copyOf(emitter.committed.values())),
              newest(name, receiver.delivered()),
              "I8: everybody ends with the newest kept signal of each name");
        }
      }
    }

    private static List<Entry> newest(String name, List<Entry> entries) {
      List<Entry> named = entries.stream().filter(e -> e.name().equals(name)).toList();
      return named.isEmpty() ? named : named.subList(named.size() - 1, named.size());
    }
  }
}
