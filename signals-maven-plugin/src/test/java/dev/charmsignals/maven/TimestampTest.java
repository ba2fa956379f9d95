package dev.charmsignals.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00+01:00, 2026-01-31T11:00:00Z",
    "1769860800, 2026-01-31T12:00:00Z",
    ", 1980-02-01T00:00:00Z",
    "x, 1980-02-01T00:00:00Z",
  })
  void readsWhatMavenReads(String text, String time) throws MojoFailureException {
    assertEquals(Instant.parse(time), Timestamp.of(text));
  }

  @Test
  void tellsWhatATimeLooksLike() {
    MojoFailureException refused =
        assertThrows(MojoFailureException.class, () -> Timestamp.of("yesterday"));

    assertEquals(
        "project.build.outputTimestamp is \"yesterday\"; write for example 2026-01-31T00:00:00Z",
        refused.getMessage());
  }
}
