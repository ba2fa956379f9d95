package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A few of the rounds of {@code scripts/kill-rounds}. */
class KillRoundsIT {

  @Test
  void losesNothingAndRepeatsNothing() {
    KillReport report = KillRounds.play(BothCharms.EXAMPLES, 20, 3, line -> {});

    assertEquals("", String.join("\n", report.violations()));
    assertEquals(20, report.rounds());
    assertTrue(report.kills() > 20, report::summary);
    assertTrue(report.agentDeaths() > 0, report::summary);
    assertTrue(report.signals() > 20, report::summary);
  }
}
