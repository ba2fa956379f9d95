package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;

/** The header of a stream: {@code signals} of a remote unit's bag. */
class HeaderFuzzTest {

  @FuzzTest
  void aHeaderThatCanBeReadCanBeWrittenAndReadAgain(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text));
  }

  private static void check(String text) throws Exception {
    Header header;
    try {
      header = Header.parse(text);
    } catch (MalformedException | Header.NewerVersion e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    assertEquals(header, Header.parse(header.text()));
    assertTrue(header.floor() >= 0 && header.floor() <= header.head(), "the floor");
    assertTrue(header.head() <= Header.MAX_HEAD, "the head");
  }
}
