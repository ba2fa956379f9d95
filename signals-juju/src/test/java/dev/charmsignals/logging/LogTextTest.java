package dev.charmsignals.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTextTest {

  @Test
  void keepsOrdinaryTextOfAnyLanguage() {
    assertEquals(
        "tab\there, gr\u00fc\u00df, \u6f22\u5b57, \ud83d\ude80",
        LogText.visible("tab\there, gr\u00fc\u00df, \u6f22\u5b57, \ud83d\ude80"));
  }

  @Test
  void indentsEveryFurtherLineSoThatNobodyForgesARecord() {
    assertEquals(
        "hello\n    unit-b-0: ERROR forged\n    \n    end",
        LogText.visible("hello\nunit-b-0: ERROR forged\r\n\nend\n"));
  }

  @Test
  void spellsOutWhatIsInvisibleOrMisleading() {
    assertEquals(
        "a\\u0000b\\u001b[31m\\u000dc\\u007f\\u0085\\u2028\\u202e\\ufeff",
        LogText.visible("a\0b\u001b[31m\rc\u007f\u0085\u2028\u202e\ufeff"));
  }

  @Test
  void replacesLoneSurrogates() {
    assertEquals("a\ufffdb\ufffd", LogText.visible("a\ud83db\ude80"));
    assertEquals("\ufffd", LogText.visible("\ud83d"));
  }

  @Test
  void cutsARecordWithoutEnd() {
    String visible = LogText.visible("x".repeat(LogText.RECORD_CHARS + 5));

    assertEquals("x".repeat(LogText.RECORD_CHARS) + "... (cut, 262149 characters in all)", visible);
  }

  @Test
  void keepsAPairThatStraddlesTheCut() {
    String raw = "x".repeat(LogText.RECORD_CHARS - 1) + "\ud83d\ude80y";

    assertTrue(LogText.visible(raw).startsWith(raw.substring(0, raw.length() - 1) + "... (cut"));
  }

  @Test
  void countsBytesAsUtf8Does() {
    String text = "a\u00fc\u6f22\ud83d\ude80";

    assertEquals(text.getBytes(UTF_8).length, LogText.utf8Length(text));
  }

  @Test
  void splitsBetweenCodePointsAndSaysThatAPieceContinues() {
    assertEquals(
        List.of("0123456789\u6f22\u5b570", "    (continued) \ud83d", "    (continued) x"),
        LogText.pieces("0123456789\u6f22\u5b570\ud83dx", 17));
    assertEquals(
        List.of("0123456789012345678", "    (continued) \u6f22", "    (continued) \u5b57"),
        LogText.pieces("0123456789012345678\u6f22\u5b57", 19));
  }

  @Test
  void splitsEveryLanguageWithinTheBoundAndLosesNothing() {
    String text = "a\u00fc\u6f22\ud83d\ude80".repeat(50);
    for (int max = 20; max < 60; max++) {
      StringBuilder joined = new StringBuilder();
      for (String piece : LogText.pieces(text, max)) {
        assertTrue(piece.getBytes(UTF_8).length <= max);
        joined.append(joined.isEmpty() ? piece : piece.substring(LogText.CONTINUED.length()));
      }
      assertEquals(text, joined.toString());
    }
  }
}
