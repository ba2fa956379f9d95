package dev.charmsignals.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecCommandTest {

  /** For Pebble no time at all is no limit, and for whoever waits it would be over at once. */
  @Test
  void refusesATimeoutThatIsNoTime() {
    ExecCommand command = ExecCommand.of("pg_dump", "hunter2");

    assertEquals(
        List.of(
            "\"pg_dump\" cannot run for PT0S; take more than none, such as 30 minutes",
            "\"pg_dump\" cannot run for PT-1S; take more than none, such as 30 minutes"),
        List.of(refusal(command, Duration.ZERO), refusal(command, Duration.ofSeconds(-1))));
    assertEquals(Duration.ofNanos(1), command.timeout(Duration.ofNanos(1)).timeout());
  }

  private static String refusal(ExecCommand command, Duration limit) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> command.timeout(limit)).getMessage());
  }
}
