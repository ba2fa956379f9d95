package dev.charmsignals.gob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One direction of the agent's socket, as the other side wrote it: calls first, then answers. */
class GobReaderFuzzTest {

  private static final GobLimits LIMITS = new GobLimits(1L << 30, 1 << 10, 1 << 12, 1 << 8);

  private static final List<GobShape> CALLS =
      List.of(JujucMessages.CALL_HEADER, JujucMessages.CALL_WITH_TOKEN);
  private static final List<GobShape> ANSWERS =
      List.of(JujucMessages.ANSWER_HEADER, JujucMessages.ANSWER);

  @FuzzTest
  void whatCanBeReadCanBeWrittenAndReadAgain(byte[] data) throws Exception {
    Hostile.bounded(data.length, () -> check(data, CALLS));
    Hostile.bounded(data.length, () -> check(data, ANSWERS));
  }

  private static void check(byte[] data, List<GobShape> shapes) throws IOException {
    var reader = new GobReader(new ByteArrayInputStream(data), LIMITS);
    try {
      for (int message = 0; ; message++) {
        Optional<GobStruct> value = reader.read(shapes.get(message % 2));
        if (value.isEmpty()) {
          return;
        }
        compare(value.get());
      }
    } catch (GobException e) {
      Hostile.assertTellsNothing(e);
    }
  }

  private static void compare(GobStruct value) throws IOException {
    for (GobField field : value.shape().fields()) {
      if (field.kind() == GobKind.BYTES) {
        assertTrue(value.bytes(field.name()).length <= LIMITS.keptBytes(), "keeps too much");
        if (value.isCut(field.name())) {
          return; // what is left of it is not what was sent
        }
      }
    }
    byte[] written = written(value);
    var limits = new GobLimits(1L << 30, 1 << 12, 1 << 12, 1 << 8); // U+FFFD is longer than a byte
    var again = new GobReader(new ByteArrayInputStream(written), limits).read(value.shape());

    assertArrayEquals(written, written(again.orElseThrow()));
    Object[] values = new Object[value.shape().fields().size()];
    Arrays.setAll(values, i -> plain(value.value(i)));
    Object[] read = new Object[values.length];
    Arrays.setAll(read, i -> plain(again.get().value(i)));
    assertTrue(Arrays.deepEquals(values, read), "is another value when it is read again");
  }

  private static Object plain(Object value) {
    return value instanceof GobBytes bytes ? bytes.kept() : value;
  }

  private static byte[] written(GobStruct value) throws IOException {
    var out = new ByteArrayOutputStream();
    new GobWriter(out).write(value);
    return out.toByteArray();
  }
}
