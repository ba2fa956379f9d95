package dev.charmsignals.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.secret.SecretRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A databag of a remote unit, made into a record. */
class RecordLoadFuzzTest {

  enum Mode {
    READ_ONLY,
    FULL
  }

  record Nested(String host, int port, List<Nested> more) {

    Nested {
      more = List.copyOf(more);
    }
  }

  record Everything(
      String text,
      @Plain Optional<String> plain,
      Optional<Long> number,
      Mode mode,
      Optional<Nested> nested,
      Set<String> names,
      Map<String, Boolean> flags,
      Optional<SecretRef> secret) {}

  private static final RecordType<Everything> TYPE = RecordType.of(Everything.class);

  @FuzzTest
  void aBagBecomesARecordOrAListOfMistakesWithoutItsValues(byte[] data) throws Exception {
    Map<String, String> bag = bag(Hostile.text(data));

    Hostile.bounded(
        data.length,
        () -> {
          LoadResult<Everything> result = TYPE.loadTexts(bag);
          Hostile.assertTellsNothing(result.toString());
          if (result.value().isPresent()) {
            Map<String, String> again = new LinkedHashMap<>();
            TYPE.texts(result.value().get())
                .forEach((key, text) -> text.ifPresent(there -> again.put(key, there)));
            assertEquals(result, TYPE.loadTexts(again));
          }
        });
  }

  /** Each line is a key and its value. */
  private static Map<String, String> bag(String text) {
    Map<String, String> bag = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int space = line.indexOf(' ');
      if (space > 0) {
        bag.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return bag;
  }
}
