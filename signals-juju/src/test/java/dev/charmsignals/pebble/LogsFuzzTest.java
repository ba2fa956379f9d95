package dev.charmsignals.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.OtherEnd;
import dev.charmsignals.pebble.http.Deadline;
import dev.charmsignals.pebble.http.HttpExchange;
import dev.charmsignals.pebble.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer that holds lines of the logs, read when it is whole and as it comes. */
class LogsFuzzTest {

  private static final OtherEnd PEBBLE = new OtherEnd();
  private static final Daemon DAEMON = new Daemon(PEBBLE.path(), Duration.ofSeconds(5));

  @FuzzTest
  void whoFollowsIsToldTheLinesThatWhoAsksAfterwardsIsTold(byte[] data) throws Exception {
    Hostile.bounded(data.length, () -> check(data));
  }

  private static void check(byte[] data) throws IOException {
    List<LogLine> followed = new ArrayList<>();
    boolean toTheEnd = follow(data, followed);
    List<LogLine> last;
    try (HttpExchange exchange = answered(data)) {
      last = Logs.lines(exchange);
    } catch (IOException | PebbleException e) {
      return; // It is none.
    }

    assertEquals(last.subList(0, Math.min(followed.size(), last.size())), followed);
    if (toTheEnd) { // but for a last line that may still go on
      assertTrue(last.size() <= followed.size() + 1, "who follows misses lines");
    }
  }

  /** Returns whether the answer came to its end, rather than to what is no line. */
  private static boolean follow(byte[] data, List<LogLine> lines) throws IOException {
    try (LogFollower follower = new LogFollower(DAEMON, answered(data))) {
      while (true) {
        lines.add(follower.next(DAEMON.timeout()).orElseThrow());
      }
    } catch (PebbleConnectionException e) {
      return true;
    } catch (PebbleException e) {
      return false;
    }
  }

  private static HttpExchange answered(byte[] data) throws IOException {
    HttpRequest request = HttpRequest.get("/v1/logs", Map.of());
    HttpExchange exchange =
        HttpExchange.send(PEBBLE.path(), request, Deadline.after(DAEMON.timeout()));
    PEBBLE.answer(data);
    return exchange;
  }
}
