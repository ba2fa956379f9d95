package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.pebble.http.BodyInput;
import dev.charmsignals.pebble.http.Deadline;
import dev.charmsignals.pebble.http.DeadlineException;
import dev.charmsignals.pebble.http.Handshake;
import dev.charmsignals.pebble.http.HttpExchange;
import dev.charmsignals.pebble.http.HttpHead;
import dev.charmsignals.pebble.http.HttpRequest;
import dev.charmsignals.pebble.http.NotHttpException;
import dev.charmsignals.pebble.http.RequestBody;
import dev.charmsignals.pebble.http.UnreadableSourceException;
import dev.charmsignals.pebble.http.UpgradeRefusedException;
import dev.charmsignals.pebble.http.WebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way to one Pebble: requests out, results or exceptions back. For any thread.
 *
 * @param socket its socket file
 * @param timeout how long a request may take
 */
record Daemon(Path socket, Duration timeout) {

  private static final int MAX_ANSWER = 8 * 1024 * 1024;
  private static final String JSON = "application/json";

  /** Asks for something and returns the result. */
  @Nullable Object get(String target) {
    return get(target, timeout);
  }

  /** Asks for something that may take longer than usual. */
  @Nullable Object get(String target, Duration limit) {
    HttpRequest request = HttpRequest.get(target, Map.of("Accept", JSON));
    return call(request, Deadline.after(limit), limit).result();
  }

  /** Asks for something to be done, and returns what came of it. */
  Answer post(String target, String json) {
    return call(
        HttpRequest.post(target, JSON, RequestBody.of(json.getBytes(StandardCharsets.UTF_8))),
        Deadline.after(timeout),
        timeout);
  }

  /** Sends what may be large: each part of it may take as long as a request. */
  @Nullable Object post(String target, String contentType, RequestBody body) {
    return call(HttpRequest.post(target, contentType, body), Deadline.eachStep(timeout), timeout)
        .result();
  }

  private Answer call(HttpRequest request, Deadline deadline, Duration limit) {
    try (HttpExchange exchange = HttpExchange.send(socket, request, deadline)) {
      HttpHead head = exchange.head();
      return answer(head, BodyInput.ofResponse(head, exchange.in()).readWithin(MAX_ANSWER));
    } catch (IOException e) {
      throw failure(path(request), limit, e);
    }
  }

  /** Sends a request whose answer is no envelope, and hands it over to be read. */
  HttpExchange open(HttpRequest request, Deadline deadline) throws IOException {
    return HttpExchange.send(socket, request, deadline);
  }

  WebSocket webSocket(String target) throws IOException {
    return Handshake.connect(socket, target, Deadline.after(timeout));
  }

  /** Turns a failed connection into the exception that says so. */
  RuntimeException failure(String what, Duration limit, IOException e) {
    if (e instanceof DeadlineException) {
      return new PebbleTimeoutException("Pebble's answer to " + what, limit);
    }
    if (e instanceof NotHttpException || e instanceof UpgradeRefusedException) {
      return new PebbleProtocolException(String.valueOf(e.getMessage()), e);
    }
    if (e instanceof UnreadableSourceException) {
      return new UncheckedIOException(e);
    }
    return new PebbleConnectionException(socket, e);
  }

  /** Reads an envelope; throws what an error says. */
  static Answer answer(HttpHead head, byte[] body) throws IOException {
    return answer(head.status(), head.mediaType(), body);
  }

  static Answer answer(int status, String mediaType, byte[] body) {
    if (!mediaType.equals(JSON)) {
      throw new PebbleProtocolException("status " + status + " came without JSON");
    }
    Fields envelope;
    try {
      envelope = Fields.of("an answer", JsonReader.read(new String(body, StandardCharsets.UTF_8)));
    } catch (MalformedException e) {
      throw new PebbleProtocolException("what came with status " + status + " " + e.reason(), e);
    }
    Object result = envelope.value("result");
    return switch (envelope.text("type")) {
      case "sync" -> new Answer(result, "");
      case "async" -> new Answer(result, envelope.text("change"));
      case "error" -> {
        Fields error = Fields.of("an error", result);
        throw new PebbleApiException(
            (int) envelope.whole("status-code"),
            error.textOr("kind", ""),
            error.textOr("message", ""));
      }
      default -> throw new PebbleProtocolException("type of an answer is an unknown one");
    };
  }

  private static String path(HttpRequest request) {
    int query = request.target().indexOf('?');
    return request.method()
        + " "
        + (query < 0 ? request.target() : request.target().substring(0, query));
  }

  /**
   * What Pebble answered.
   *
   * @param result what it is about
   * @param changeId the change that it goes on in; empty if all is done
   */
  record Answer(@Nullable Object result, String changeId) {

    String requireChange() {
      if (changeId.isEmpty()) {
        throw new PebbleProtocolException("there is no change, although something was to be done");
      }
      return changeId;
    }
  }
}
