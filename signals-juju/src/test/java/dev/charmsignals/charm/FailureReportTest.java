package dev.charmsignals.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReportTest {

  @Test
  void letsNoMessagePassForALineOfTheLog() {
    var failure =
        new IllegalStateException("bad\nunit-app-1: 12:00:00 INFO fine\r\u001b[2J\u2028x");

    List<String> lines = FailureReport.text("Failed", failure).lines().toList();

    assertEquals("Failed: java.lang.IllegalStateException: bad", lines.get(0));
    assertEquals("  unit-app-1: 12:00:00 INFO fine??[2J?x", lines.get(1));
    assertTrue(lines.subList(1, lines.size()).stream().allMatch(line -> line.startsWith("  ")));
  }

  @Test
  void cutsLongTextAtTheEndsOfLines() {
    String line = "x".repeat(9_999);
    String text = line + "\n" + line + "\n" + line;

    assertEquals(List.of(line, line, line), FailureReport.pieces(text));
  }

  @Test
  void cutsALongLineBetweenCodePoints() {
    String text = "x" + "\uD83D\uDE00".repeat(10_000);

    List<String> pieces = FailureReport.pieces(text);

    assertEquals(List.of(16_383, 3_618), pieces.stream().map(String::length).toList());
    assertEquals(text, String.join("", pieces));
  }

  @Test
  void leavesShortTextWhole() {
    assertEquals(List.of("short"), FailureReport.pieces("short"));
  }
}
