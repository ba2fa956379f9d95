package dev.charmsignals.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReportTest {

  @Test
  void letsNoMessagePassForALineOfTheLog() {
    var failure =
        new IllegalStateException("bad\nunit-app-1: 12:00:00 INFO fine\r\u001b[2J\u2028x\u202e");

    List<String> lines = FailureReport.text("Failed", failure).lines().toList();

    assertEquals("Failed: java.lang.IllegalStateException: bad", lines.get(0));
    assertEquals(
        "    unit-app-1: 12:00:00 INFO fine\\u000d\\u001b[2J\\u2028x\\u202e", lines.get(1));
    assertTrue(lines.subList(1, lines.size()).stream().allMatch(line -> line.startsWith("    ")));
  }
}
