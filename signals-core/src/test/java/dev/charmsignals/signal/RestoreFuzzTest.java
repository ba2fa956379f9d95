package dev.charmsignals.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.snapshot.RestoreException;
import dev.charmsignals.snapshot.SnapshotException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A snapshot of a remote unit, made into signals of every kind. */
class RestoreFuzzTest {

  private static final int DEEPEST = 100;

  private static final List<SignalType<?>> TYPES =
      List.of(
          SignalType.of(EveryKind.Scalars.class),
          SignalType.of(EveryKind.Numbers.class),
          SignalType.of(EveryKind.Containers.class),
          SignalType.of(EveryKind.Nested.class),
          SignalType.of(EveryKind.ByDatabind.class),
          SignalType.of(EveryKind.ByHand.class));

  @FuzzTest
  void aSignalThatCanBeRestoredSaysTheSameWhenItIsSentOn(byte[] data) throws Exception {
    String text = Hostile.text(data);
    Map<String, @Nullable Object> snapshot;
    try {
      snapshot = JsonReader.readObject(text, DEEPEST);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    for (SignalType<?> type : TYPES) {
      Hostile.bounded(text.length(), () -> check(type, snapshot));
    }
  }

  private static <T extends Signal> void check(
      SignalType<T> type, Map<String, @Nullable Object> snapshot) throws Exception {
    T signal;
    try {
      signal = type.decode(snapshot);
    } catch (RestoreException e) {
      Hostile.assertTellsNothing(e);
      return;
    }
    String written;
    try {
      written = type.encode(signal, Integer.MAX_VALUE);
    } catch (SnapshotException e) {
      // The only road to here: databind takes the text "NaN" for a number.
      assertEquals(EveryKind.ByDatabind.class, type.type());
      Hostile.assertTellsNothing(e);
      return;
    }

    T again = type.decode(JsonReader.readObject(written, DEEPEST));
    assertEquals(written, type.encode(again, Integer.MAX_VALUE));
    boolean comparable = signal instanceof Record && !(signal instanceof EveryKind.ByDatabind);
    if (comparable) {
      assertEquals(signal, again);
    }
  }
}
