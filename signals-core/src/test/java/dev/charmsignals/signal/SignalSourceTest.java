package dev.charmsignals.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.log.SignalTooLargeException;
import dev.charmsignals.log.Window;
import dev.charmsignals.snapshot.RestoreException;
import dev.charmsignals.snapshot.SnapshotException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SignalSourceTest {

  record Bork(String reason, Optional<Integer> code) implements Signal {}

  record Shouting(String text) implements Signal {
    @Override
    public Map<String, Object> snapshot() {
      return Map.of("text", text.toUpperCase(java.util.Locale.ROOT));
    }
  }

  static final class Legacy implements Signal {
    private Map<String, Object> said;

    Legacy() {
      this(new HashMap<>());
    }

    Legacy(Map<String, Object> said) {
      this.said = said;
    }

    @Override
    public Map<String, Object> snapshot() {
      return said;
    }

    @Override
    public void restore(Map<String, Object> snapshot) {
      said = snapshot;
    }
  }

  static final class Failing implements Signal {
    static Throwable failure = new IllegalStateException();

    @Override
    public Map<String, Object> snapshot() {
      return null;
    }

    @Override
    public void restore(Map<String, Object> snapshot) {
      sneak(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
      throw (E) failure;
    }
  }

  static final class Unmade implements Signal {
    Unmade() {
      throw new IllegalStateException("secret");
    }

    @Override
    public Map<String, Object> snapshot() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, Object> snapshot) {}
  }

  static final class MySignals extends ObjectSignals {
    final SignalSource<Bork> bork = source(Bork.class);
    final SignalSource<Legacy> legacy = source(Legacy.class);
    final SignalSource<Shouting> shouting = source(Shouting.class);
    final SignalSource<Failing> failing = source(Failing.class);
    final SignalSource<Unmade> unmade = source(Unmade.class);

    MySignals() {
      window(Window.DEFAULT.bytes(2000, 100));
    }
  }

  private final List<String> emitted = new ArrayList<>();
  private final MySignals signals = new MySignals();

  @BeforeEach
  void bind() {
    signals.bind(
        (source, snapshot, target) -> {
          emitted.add(
              source.name()
                  + " "
                  + snapshot
                  + target.map(relation -> " to " + relation.relationNumber()).orElse(""));
          return new Emission.Written(1, 2);
        });
  }

  @Nested
  class Emitting {

    @Test
    void handsTheTextOfARecordToTheEndpoint() {
      assertEquals(new Emission.Written(1, 2), signals.bork.emit(new Bork("disk", Optional.of(7))));
      signals.bork.emitTo(() -> 42, new Bork(null, Optional.empty()));
      assertEquals(
          List.of(
              "bork {\"code\":7,\"reason\":\"disk\"}",
              "bork {\"code\":null,\"reason\":null} to 42"),
          emitted);
    }

    @Test
    void handsTheTextOfAHandWrittenSignalToTheEndpoint() {
      signals.legacy.emit(new Legacy(Map.of("b", List.of(1, 2.5), "a", Map.of())));
      signals.shouting.emit(new Shouting("quiet"));
      assertEquals(
          List.of("legacy {\"a\":{},\"b\":[1,2.5]}", "shouting {\"text\":\"QUIET\"}"), emitted);
    }

    @Test
    void refusesWhatCannotTravelAndHandsNothingOn() {
      SnapshotException e =
          assertThrows(
              SnapshotException.class,
              () -> signals.legacy.emit(new Legacy(Map.of("a", List.of(Double.NaN)))));
      assertEquals(
          List.of("signal \"legacy\"", ".a[0]", "signal \"legacy\": snapshot.a[0] " + e.reason()),
          List.of(e.place(), e.path(), String.valueOf(e.getMessage())));
      assertThrows(SnapshotException.class, () -> signals.failing.emit(new Failing()));
      assertEquals(List.of(), emitted);
    }

    @Test
    void refusesNothingAtAllAndSaysOfWhat() {
      assertEquals(
          List.of(
              "Signal \"bork\" is emitted as null; emit one, as in emit(new Bork(…))",
              "Signal \"bork\" is emitted as null; emit one, as in emit(new Bork(…))",
              "Signal \"bork\" is emitted to no relation, but null"),
          List.of(
              refusalOfNull(() -> signals.bork.emit(null)),
              refusalOfNull(() -> signals.bork.emitTo(() -> 42, null)),
              refusalOfNull(() -> signals.bork.emitTo(null, new Bork("", Optional.empty())))));
      assertEquals(List.of(), emitted);
    }

    private static String refusalOfNull(Executable emission) {
      return assertThrows(NullPointerException.class, emission).getMessage();
    }

    @Test
    void takesExactlyTheBytesThatAreAllowed() {
      signals.legacy.emit(new Legacy(Map.of("a", "z".repeat(92))));
      signals.legacy.emit(new Legacy(Map.of("a", "é".repeat(46))));
      assertEquals(2, emitted.size());

      assertEquals(101, tooLarge(Map.of("a", "z".repeat(93))).bytes());
      assertEquals(102, tooLarge(Map.of("a", "é".repeat(47))).bytes());
      assertEquals(2, emitted.size());
    }

    @Test
    void refusesASnapshotOfAnySizeAsTooLarge() {
      SignalTooLargeException e = tooLarge(Map.of("a", Collections.nCopies(Integer.MAX_VALUE, 1)));
      assertEquals("legacy", e.signal());
      assertEquals(100, e.limit());
      assertEquals(true, e.bytes() > 100);
    }

    private SignalTooLargeException tooLarge(Map<String, Object> said) {
      return assertThrows(
          SignalTooLargeException.class, () -> signals.legacy.emit(new Legacy(said)));
    }

    @Test
    void saysWhatToDoWhenTheSignalsBelongToNoEndpoint() {
      SignalDeclarationException e =
          assertThrows(
              SignalDeclarationException.class,
              () -> new MySignals().bork.emit(new Bork("", Optional.empty())));
      assertEquals("bork", e.culprit());
    }
  }

  @Nested
  class Decoding {

    @Test
    void makesTheSignalAgain() throws Exception {
      assertEquals(
          new Bork("disk", Optional.of(7)),
          signals.bork.decode(JsonReader.readObject("{\"reason\":\"disk\",\"code\":7,\"new\":1}")));
      assertEquals(
          Map.of("a", 1L, "b", List.of(2.5)),
          signals.legacy.decode(JsonReader.readObject("{\"a\":1,\"b\":[2.5]}")).snapshot());
    }

    @Test
    void reportsWhatDoesNotFit() {
      RestoreException e =
          assertThrows(RestoreException.class, () -> signals.bork.decode(Map.of("reason", 7L)));
      assertEquals("reason: is not a string", e.reason());
    }

    @Test
    void reportsWhateverRestoreThrowsWithoutItsWords() {
      for (Throwable failure :
          List.of(
              new ClassCastException("secret"),
              new java.io.IOException("secret"),
              new AssertionError("secret"),
              new StackOverflowError("secret"))) {
        Failing.failure = failure;
        RestoreException e =
            assertThrows(RestoreException.class, () -> signals.failing.decode(Map.of()));
        assertEquals("restore threw " + failure.getClass().getName(), e.reason());
      }
    }

    @Test
    void reportsAConstructorThatFails() {
      RestoreException e =
          assertThrows(RestoreException.class, () -> signals.unmade.decode(Map.of()));
      assertEquals("its constructor failed: java.lang.IllegalStateException", e.reason());
    }
  }

  @Test
  void snapshotsARecordByItselfWhenSomebodyAsks() {
    assertEquals(Map.of("reason", "disk", "code", 7), new Bork("disk", Optional.of(7)).snapshot());
  }
}
