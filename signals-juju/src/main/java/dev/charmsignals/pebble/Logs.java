package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.pebble.http.BodyInput;
import dev.charmsignals.pebble.http.Deadline;
import dev.charmsignals.pebble.http.HttpExchange;
import dev.charmsignals.pebble.http.HttpHead;
import dev.charmsignals.pebble.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What services wrote; Pebble remembers the last 100 KiB of each. */
public final class Logs {

  private static final int MAX_BYTES = 8 * 1024 * 1024;

  private final Daemon daemon;

  Logs(Daemon daemon) {
    this.daemon = daemon;
  }

  /**
   * Returns the last lines in the order of time, of all services if none is named.
   *
   * @param count how many lines at most
   */
  public List<LogLine> last(int count, String... services) {
    try (HttpExchange exchange =
        daemon.open(request(count, false, services), Deadline.after(daemon.timeout()))) {
      return lines(exchange);
    } catch (IOException e) {
      throw daemon.failure("GET /v1/logs", daemon.timeout(), e);
    }
  }

  /** Follows what services write from now on, all of them if none is named; to be closed. */
  public LogFollower follow(String... services) {
    try {
      return new LogFollower(
          daemon, daemon.open(request(0, true, services), Deadline.after(daemon.timeout())));
    } catch (IOException e) {
      throw daemon.failure("GET /v1/logs", daemon.timeout(), e);
    }
  }

  private static HttpRequest request(int count, boolean follow, String... services) {
    Query query =
        new Query("/v1/logs")
            .with("n", Integer.toString(Math.max(count, 0)))
            .with("follow", Boolean.toString(follow))
            .with("services", List.of(services));
    return HttpRequest.get(query.toString(), Map.of());
  }

  /** Reads an answer that holds all lines. */
  static List<LogLine> lines(HttpExchange exchange) throws IOException {
    HttpHead head = exchange.head();
    byte[] body = BodyInput.ofResponse(head, exchange.in()).readWithin(MAX_BYTES);
    requireLines(head, body);
    List<LogLine> lines = new ArrayList<>();
    for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
      if (!line.isEmpty()) {
        lines.add(line(line));
      }
    }
    return lines;
  }

  static void requireLines(HttpHead head, byte[] body) throws IOException {
    if (head.status() != 200 || !head.mediaType().equals("application/x-ndjson")) {
      Daemon.answer(head, body);
      throw new PebbleProtocolException("the logs are of another type");
    }
  }

  static LogLine line(String json) {
    try {
      return LogLine.of(Fields.of("a line of the logs", JsonReader.read(json)));
    } catch (MalformedException e) {
      throw new PebbleProtocolException("a line of the logs " + e.reason(), e);
    }
  }
}
