package dev.charmsignals.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.KeyedLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the other side writes to its bag, each line of which is one entry; its keys are taken for
 * what somebody left in charm state, too.
 */
class LegacyBagFuzzTest {

  @FuzzTest
  void everyBagIsReadAndIsNoNewsAfterwards(byte[] data) throws Exception {
    String text = Hostile.text(data);
    Hostile.bounded(text.length(), () -> check(KeyedLines.read(text)));
  }

  private static void check(Map<String, String> bag) {
    News first = News.of(bag, Optional.empty(), true);
    assertTrue(first.signals().size() <= News.MOST_NAMES);
    for (News.Said signal : first.signals()) {
      assertEquals(Padding.strip(signal.text()), signal.text());
    }
    Optional<Seen> kept = Seen.parse(first.seen().text());
    assertEquals(Optional.of(first.seen()), kept);
    assertEquals(List.of(), News.of(bag, kept, true).signals());
    for (String key : bag.keySet()) {
      News.of(bag, Seen.parse(key), false);
    }
  }
}
