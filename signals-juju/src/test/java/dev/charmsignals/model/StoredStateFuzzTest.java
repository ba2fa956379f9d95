package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.KeyedLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charm state as Juju holds it, each line of which is one piece, after somebody edited it. */
class StoredStateFuzzTest {

  @FuzzTest
  void everyPieceIsOfOneValueAndNoChangeOfOneTouchesAnother(byte[] data) throws Exception {
    Map<String, String> pieces = KeyedLines.read(Hostile.text(data));

    Hostile.bounded(data.length, () -> check(pieces));
  }

  private static void check(Map<String, String> pieces) {
    Map<String, String> values = StoredState.of(pieces).values();
    assertEquals(characters(pieces), characters(values));
    for (Map.Entry<String, String> value : values.entrySet()) {
      String key = value.getKey();
      Map<String, String> expected = new HashMap<>(values);
      assertEquals(expected, changed(pieces, key, Optional.of(value.getValue())));
      expected.put(key, "new");
      assertEquals(expected, changed(pieces, key, Optional.of("new")));
      expected.remove(key);
      assertEquals(expected, changed(pieces, key, Optional.empty()));
    }
  }

  /** The values that are read once what differs has been set and deleted. */
  private static Map<String, String> changed(
      Map<String, String> pieces, String key, Optional<String> value) {
    Map<String, String> after = new HashMap<>(pieces);
    List<String> deleted = new ArrayList<>();
    StoredState.of(pieces).difference(key, value, after, deleted);
    after.keySet().removeAll(deleted);
    return StoredState.of(after).values();
  }

  private static int characters(Map<String, String> texts) {
    return texts.values().stream().mapToInt(String::length).sum();
  }
}
