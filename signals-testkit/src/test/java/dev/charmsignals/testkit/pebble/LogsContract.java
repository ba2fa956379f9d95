package dev.charmsignals.testkit.pebble;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.LogFollower;
import dev.charmsignals.pebble.LogLine;
import dev.charmsignals.pebble.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How what services write is read. */
interface LogsContract extends PebbleContract {

  private void start(String service) {
    client()
        .layers()
        .combine(
            service,
            Layer.empty()
                .service(service, Service.replacing("sh -c 'echo hello; exec sleep 1000'")));
    client().services().restart(service);
    pebble().write(service, "hello");
  }

  private List<String> lines(String service) {
    return client().logs().last(10, service).stream().map(LogLine::message).toList();
  }

  @Test
  default void readsTheLastLines() {
    start("talker");

    await("the line is there").until(() -> lines("talker").equals(List.of("hello")));
    assertEquals(List.of(), lines("nobody"));
    assertEquals("talker", client().logs().last(1, "talker").get(0).service());
  }

  @Test
  default void followsWhatIsWritten() {
    start("first-said");
    await("the line is there").until(() -> lines("first-said").equals(List.of("hello")));

    try (LogFollower follower = client().logs().follow("first-said")) {
      assertEquals(Optional.empty(), follower.next(Duration.ofMillis(20)));
      for (int i = 0; i < 2; i++) {
        start("first-said");
        assertEquals(
            Optional.of("hello"), follower.next(Duration.ofSeconds(10)).map(LogLine::message));
      }
      assertEquals(Optional.empty(), follower.next(Duration.ofMillis(20)));
    }
  }
}
