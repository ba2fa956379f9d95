package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;
import java.util.SortedMap;

/** How far a remote unit says it has read: {@code signals-ack} of its bag. */
class AcksFuzzTest {

  @FuzzTest
  void acksThatCanBeReadCanBeWrittenAndReadAgain(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text));
  }

  private static void check(String text) throws MalformedException {
    SortedMap<StreamId, Long> acks;
    try {
      acks = Acks.parse(text);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    for (long ack : acks.values()) {
      assertTrue(ack >= 0, "a negative acknowledgement");
    }
    if (acks.isEmpty()) {
      assertEquals("", Acks.text(acks));
    } else {
      assertEquals(acks, Acks.parse(Acks.text(acks)));
    }
  }
}
