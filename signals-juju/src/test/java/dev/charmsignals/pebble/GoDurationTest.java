package dev.charmsignals.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "1.5s, PT1.5S",
    "168h0m0s, PT168H",
    "-1m30s, PT-1M-30S",
    "100ns, PT0.0000001S",
    "2µs, PT0.000002S",
    "0, PT0S",
    "250ms, PT0.25S"
  })
  void readsWhatGoWrites(String text, Duration duration) {
    assertEquals(Optional.of(duration), GoDuration.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "1.2.3s", "1 s", "1x", "-", "99999999999999999999h"})
  void takesNothingElse(String text) {
    assertEquals(Optional.empty(), GoDuration.parse(text));
  }

  @Test
  void writesWhatGoReads() {
    assertEquals("1500ms", GoDuration.text(Duration.ofMillis(1500)));
    assertEquals("100ns", GoDuration.text(Duration.ofNanos(100)));
  }
}
