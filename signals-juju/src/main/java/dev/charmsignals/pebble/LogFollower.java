package dev.charmsignals.pebble;

import dev.charmsignals.pebble.http.BodyInput;
import dev.charmsignals.pebble.http.Deadline;
import dev.charmsignals.pebble.http.HttpExchange;
import dev.charmsignals.pebble.http.HttpHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines that services write, as they come. For one thread; any other may close it. */
public final class LogFollower implements AutoCloseable {

  private static final int MAX_LINE = 1024 * 1024;

  private final Daemon daemon;
  private final HttpExchange exchange;
  private @Nullable BodyInput body;

  LogFollower(Daemon daemon, HttpExchange exchange) {
    this.daemon = daemon;
    this.exchange = exchange;
  }

  /** Waits for the next line; empty when none came in time. */
  public Optional<LogLine> next(Duration limit) {
    try {
      // Even the head of the answer comes only with the first line.
      if (!exchange.in().awaitSomething(Deadline.after(limit))) {
        return Optional.empty();
      }
      exchange.in().deadline(Deadline.after(daemon.timeout()));
      if (body == null) {
        HttpHead head = exchange.head();
        BodyInput lines = BodyInput.ofResponse(head, exchange.in());
        if (head.status() != 200) {
          Logs.requireLines(head, lines.readWithin(MAX_LINE));
        }
        body = lines;
      }
      return Optional.of(Logs.line(line(body)));
    } catch (IOException e) {
      throw daemon.failure("GET /v1/logs", daemon.timeout(), e);
    }
  }

  private static String line(BodyInput body) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int c = body.read(); c != '\n'; c = body.read()) {
      if (c < 0) {
        throw new IOException("Pebble ended the logs");
      }
      if (line.size() == MAX_LINE) {
        throw new PebbleLimitException("A line of the logs", MAX_LINE, "nothing can be done");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      exchange.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
