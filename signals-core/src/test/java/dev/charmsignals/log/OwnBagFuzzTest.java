package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** This unit's own bag after somebody edited it. */
class OwnBagFuzzTest {

  private static final StreamId RECEIVER = new StreamId("00000000000000aa");

  @FuzzTest
  void whatIsLeftOfAnEditedStreamGoesOn(byte[] data) throws Exception {
    Map<String, String> bag = BagText.read(data);

    Hostile.bounded(data.length, () -> check(bag));
  }

  private static void check(Map<String, String> bag) throws MalformedException {
    OutgoingLog log;
    try {
      log = OutgoingLog.read(bag);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    assertEquals(log.bag(), OutgoingLog.read(log.bag()).bag());
    Draft draft = new Draft("again", "{}", Instant.EPOCH, false, true);
    Audience audience = new Audience(Map.of(RECEIVER, 3L), Set.of());
    try {
      OutgoingLog after = log.append(draft, Window.DEFAULT, audience).log();
      if (after.head() <= Header.MAX_HEAD) {
        assertEquals(after.bag(), OutgoingLog.read(after.bag()).bag());
      }
    } catch (WindowFullException e) {
      Hostile.assertTellsNothing(e);
    }
  }
}
