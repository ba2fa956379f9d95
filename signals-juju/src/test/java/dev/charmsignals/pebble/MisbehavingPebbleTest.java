package dev.charmsignals.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of answers that no Pebble should give. */
class MisbehavingPebbleTest {

  @TempDir private Path directory;
  private ScriptedPebble pebble;

  @BeforeEach
  void listen() throws IOException {
    pebble = new ScriptedPebble(directory);
  }

  @AfterEach
  void close() throws IOException {
    pebble.close();
  }

  private Pebble client() {
    return pebble.client();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "HTTP/1.1 two hundred\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello",
        "HTTP/1.1 400 Bad Request: missing required Host header\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\n"
            + "Content-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "z\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[]",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"type\":\"other\"}",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"type\":\"sync\"}",
      })
  void saysThatAnAnswerCannotBeRead(String answer) {
    pebble.answer(answer).answer(answer);

    assertThrows(PebbleProtocolException.class, () -> client().systemInfo());
    assertFalse(client().canConnect());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
        "HTTP/1.1 200 OK\r\n"
            + "Content-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "9\r\n"
            + "{",
      })
  void saysThatTheConnectionEnded(String answer) {
    pebble.answer(answer);

    var failure = assertThrows(PebbleConnectionException.class, () -> client().systemInfo());

    assertEquals(directory.resolve("socket"), failure.socket());
  }

  @Test
  void readsAnAnswerInChunks() {
    pebble.answer(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "10;x=y\r\n{\"type\":\"sync\",\"\r\n21\r\nresult\":{\"version\":\"v1.32.1\"}}   \r\n"
            + "0\r\nTrailer: x\r\n\r\n");

    assertEquals("v1.32.1", client().systemInfo().version());
  }

  @Test
  void readsNoAnswerWithoutEnd() {
    byte[] spaces = " ".repeat(9 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    answer.writeBytes(spaces);
    pebble.answer(answer.toByteArray());

    assertThrows(PebbleProtocolException.class, () -> client().systemInfo());
  }

  @Test
  void tellsWhatARefusalSays() {
    pebble.json(
        401,
        """
        {"type":"error","status-code":401,"result":
        {"kind":"login-required","message":"access denied"}}
        """);

    var failure =
        assertThrows(PebbleApiException.class, () -> client().layers().combine("x", Layer.empty()));

    assertEquals(401, failure.statusCode());
    assertEquals("login-required", failure.kind().orElse(""));
    assertEquals("Pebble refused with status 401: access denied", failure.getMessage());
  }

  @Test
  void waitsForNoChangeThatThereIsNot() {
    pebble.json(200, "{\"type\":\"sync\",\"result\":null}");

    assertThrows(PebbleProtocolException.class, () -> client().services().replan());
  }

  @Test
  void takesNoListForAnEmptyOne() {
    pebble
        .json(200, "{\"type\":\"sync\",\"result\":null}")
        .json(200, "{\"type\":\"sync\",\"result\":{\"changed\":null}}");

    assertEquals(0, client().services().list().size());
    assertEquals(0, client().checks().stop("x").size());
  }

  @Test
  void asksAgainWhenAWaitEndsTooEarly() {
    String change =
        """
        {"id":"7","kind":"start","summary":"","status":"Done","ready":true,
        "spawn-time":"2026-11-21T10:00:00.123456789+01:00","tasks":null}
        """;
    pebble
        .json(202, "{\"type\":\"async\",\"change\":\"7\",\"result\":null}")
        .json(504, "{\"type\":\"error\",\"status-code\":504,\"result\":{\"message\":\"x\"}}")
        .json(200, "{\"type\":\"sync\",\"result\":" + change + "}");

    assertEquals("7", client().services().start("x").id());
  }

  @Test
  void keepsNothingOfAFileWithoutAVerdict() throws IOException {
    String part =
        "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"/x\"\r\n\r\nhalf";
    Path target = directory.resolve("target");
    for (String end : new String[] {"", "\r\n--b--\r\n"}) {
      pebble.answer(
          "HTTP/1.1 200 OK\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n" + part + end);
      assertThrows(PebbleException.class, () -> client().files().pull("/x", target));
    }

    assertFalse(Files.exists(target));
    try (var files = Files.list(directory)) {
      assertEquals(1, files.count()); // the socket
    }
  }

  @Test
  void takesNoFileThatItDidNotAskFor() {
    pebble.answer(
        """
        HTTP/1.1 200 OK
        Content-Type: multipart/form-data; boundary=b

        --b
        Content-Disposition: form-data; name="files"; filename="/other"

        text
        --b--
        """
            .replace("\n", "\r\n"));

    assertThrows(PebbleProtocolException.class, () -> client().files().pull("/x"));
  }

  @Test
  void tellsWhyThereIsNoWebsocket() {
    String failed =
        """
        {"type":"sync","result":{"id":"7","status":"Error","ready":true,"err":"no such user",
        "spawn-time":"2026-11-21T10:00:00Z"}}
        """;
    pebble
        .json(202, "{\"type\":\"async\",\"change\":\"7\",\"result\":{\"task-id\":\"9\"}}")
        .json(500, "{\"type\":\"error\",\"status-code\":500,\"result\":{\"message\":\"x\"}}")
        .json(200, failed);

    var failure =
        assertThrows(
            PebbleChangeException.class, () -> client().exec(ExecCommand.of("true")).close());

    assertEquals("no such user", failure.error());
  }

  @Test
  void saysThatThereIsNoWebsocketWhereNothingElseIsKnown() {
    pebble
        .json(202, "{\"type\":\"async\",\"change\":\"7\",\"result\":{\"task-id\":\"9\"}}")
        .answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        .json(404, "{\"type\":\"error\",\"status-code\":404,\"result\":{\"message\":\"x\"}}");

    var failure =
        assertThrows(
            PebbleConnectionException.class, () -> client().exec(ExecCommand.of("true")).close());

    assertTrue(failure.getMessage().contains("answered with status 200"), failure.getMessage());
  }

  @Test
  void waitsNoLongerThanItIsTold() throws IOException {
    try (var silent = new SilentPebble(directory.resolve("silent"))) {
      Pebble client = silent.client().withTimeout(Duration.ofMillis(50));

      var failure = assertThrows(PebbleTimeoutException.class, client::systemInfo);

      assertEquals(Duration.ofMillis(50), failure.limit());
      assertEquals("Pebble's answer to GET /v1/system-info", failure.awaited());
    }
  }

  @Test
  void refusesAPathThatIsTooLong() {
    var failure =
        assertThrows(
            PebbleConnectionException.class,
            () -> Pebble.at(Path.of("/" + "x".repeat(120))).systemInfo());

    assertTrue(failure.getMessage().contains("too long"), failure.getMessage());
  }
}
