package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few of the rounds of {@code scripts/kill-rounds}. */
@Tag("any-jdk")
class KillRoundsIT {

  /** Half the life of one world. */
  private static final int ROUNDS = 5;

  @Test
  void losesNothingAndRepeatsNothing() {
    KillReport report = KillRounds.play(BothCharms.EXAMPLES, ROUNDS, 3, line -> {});

    assertEquals("", String.join("\n", report.violations()));
    assertEquals(ROUNDS, report.rounds());
    assertTrue(report.kills() > ROUNDS, report::summary);
    assertTrue(report.agentDeaths() > 0, report::summary);
    assertTrue(report.signals() > ROUNDS, report::summary);
  }
}
