package dev.charmsignals.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.log.Window;
import dev.charmsignals.snapshot.ShapeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeclarationTest {

  record Ready() implements Signal {}

  record DiskFull(String disk) implements Signal {}

  record HTTPError(int code) implements Signal {}

  record Utf8Text2() implements Signal {}

  record Größe() implements Signal {}

  record Snake_Case() implements Signal {}

  record Threaded(Thread thread) implements Signal {}

  interface Plain extends Signal {}

  abstract static class Base implements Signal {
    @Override
    public Map<String, Object> snapshot() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, Object> snapshot) {}
  }

  static final class Derived extends Base {}

  static final class Forgetful implements Signal {
    @Override
    public Map<String, Object> snapshot() {
      return Map.of();
    }
  }

  static final class Built extends Base {
    Built(String name) {}
  }

  final class Inner extends Base {}

  static final class Open extends ObjectSignals {
    <T extends Signal> SignalSource<T> declare(Class<T> type) {
      return source(type);
    }

    <T extends Signal> SignalSource<T> declare(String name, Class<T> type) {
      return source(name, type);
    }

    void sized(Window window) {
      window(window);
    }
  }

  private final Open signals = new Open();

  private String culprit(Class<? extends Signal> type) {
    SignalDeclarationException e =
        assertThrows(SignalDeclarationException.class, () -> signals.declare(type));
    assertTrue(e.getMessage().contains(e.culprit()), e.getMessage());
    return e.culprit();
  }

  @Nested
  class Names {

    @Test
    void areTheClassInLowerCaseWordsJoinedByDashes() {
      assertEquals(
          List.of("ready", "disk-full", "http-error", "utf8-text2", "derived"),
          List.of(
              signals.declare(Ready.class).name(),
              signals.declare(DiskFull.class).name(),
              signals.declare(HTTPError.class).name(),
              signals.declare(Utf8Text2.class).name(),
              signals.declare(Derived.class).name()));
    }

    @Test
    void canBeGiven() {
      SignalSource<Ready> source = signals.declare("db-ready2", Ready.class);
      assertEquals("SignalSource[db-ready2]", source.toString());
      assertEquals(Ready.class, source.type());
      signals.declare("a".repeat(64), Ready.class);
    }

    @Test
    void areRefusedWhenTheyCannotTravel() {
      for (String name :
          List.of(
              "",
              "Ready",
              "1st",
              "-a",
              "a-",
              "a--b",
              "a_b",
              "a.b",
              "a b",
              "ä",
              "a\n",
              "a".repeat(65))) {
        SignalDeclarationException e =
            assertThrows(
                SignalDeclarationException.class, () -> signals.declare(name, Ready.class), name);
        assertEquals(name, e.culprit());
      }
      assertEquals("größe", culprit(Größe.class));
      assertEquals("snake_-case", culprit(Snake_Case.class));
      assertEquals(List.of(), List.copyOf(signals.sources()));
    }

    @Test
    void areRefusedWhenTwoSourcesShareOne() {
      signals.declare(Ready.class);
      SignalDeclarationException e =
          assertThrows(
              SignalDeclarationException.class, () -> signals.declare("ready", DiskFull.class));
      assertEquals("ready", e.culprit());
      assertTrue(e.getMessage().contains(Ready.class.getName()), e.getMessage());
      assertTrue(e.getMessage().contains(DiskFull.class.getName()), e.getMessage());
    }
  }

  @Nested
  class Classes {

    @Test
    void areRefusedWhenTheyCannotBeMadeAgain() {
      assertEquals(Plain.class.getName(), culprit(Plain.class));
      assertEquals(Base.class.getName(), culprit(Base.class));
      assertEquals(Inner.class.getName(), culprit(Inner.class));
      assertEquals(Forgetful.class.getName(), culprit(Forgetful.class));
      assertEquals(Built.class.getName(), culprit(Built.class));
    }

    @Test
    void areRefusedWhenAComponentCannotTravel() {
      ShapeException e = assertThrows(ShapeException.class, () -> signals.declare(Threaded.class));
      assertEquals("Threaded.thread", e.component());
    }
  }

  @Nested
  class Sources {

    @Test
    void areListedInTheOrderOfTheirDeclaration() {
      SignalSource<?> ready = signals.declare(Ready.class);
      SignalSource<?> full = signals.declare(DiskFull.class);
      assertEquals(List.of(ready, full), List.copyOf(signals.sources()));
      assertEquals(Optional.of(full), signals.source("disk-full"));
      assertEquals(Optional.empty(), signals.source("bork"));
    }

    @Test
    void areRetainedAndFailTheHookUnlessTheySayOtherwise() {
      SignalSource<Ready> usual = signals.declare(Ready.class);
      SignalSource<DiskFull> other =
          signals.declare(DiskFull.class).transientOnly().retryThenPark(3);
      assertEquals(
          List.of(true, 0, false, 3),
          List.of(usual.isRetained(), usual.attempts(), other.isRetained(), other.attempts()));
    }

    @Test
    void refuseToTryLessThanOnce() {
      assertThrows(
          SignalDeclarationException.class, () -> signals.declare(Ready.class).retryThenPark(0));
    }

    @Test
    void cannotChangeOnceTheyAreBound() {
      SignalSource<Ready> ready = signals.declare(Ready.class);
      signals.bind((source, snapshot, target) -> new Emission.Held());

      for (Runnable late :
          List.<Runnable>of(
              ready::transientOnly,
              () -> ready.retryThenPark(2),
              () -> signals.declare(DiskFull.class))) {
        assertThrows(SignalDeclarationException.class, late::run);
      }
      assertThrows(
          SignalDeclarationException.class,
          () -> signals.bind((source, snapshot, target) -> new Emission.Held()));
    }

    @Test
    void shareOneWindow() {
      assertEquals(Window.DEFAULT, signals.window());
      signals.sized(Window.DEFAULT.entries(16));
      assertEquals(Window.DEFAULT.entries(16), signals.window());
    }
  }
}
