package dev.charmsignals.pebble.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** How a connection becomes a websocket (RFC 6455, section 4). */
public final class Handshake {

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int MAX_MESSAGE = 1024 * 1024;
  private static final int MAX_REFUSAL = 64 * 1024;

  private Handshake() {}

  /**
   * Connects to a socket file and asks for a websocket.
   *
   * @throws UpgradeRefusedException when the answer is another one
   */
  public static WebSocket connect(Path socket, String target, Deadline deadline)
      throws IOException {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    String key = Base64.getEncoder().encodeToString(random);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Connection", "Upgrade");
    headers.put("Upgrade", "websocket");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Key", key);
    HttpExchange exchange = HttpExchange.send(socket, HttpRequest.get(target, headers), deadline);
    try {
      HttpHead head = exchange.head();
      if (head.status() != 101) {
        throw new UpgradeRefusedException(
            head.status(), BodyInput.ofResponse(head, exchange.in()).readNBytes(MAX_REFUSAL));
      }
      if (!head.headers().getOrDefault("sec-websocket-accept", "").equals(answer(key))
          || !head.headers()
              .getOrDefault("upgrade", "")
              .toLowerCase(Locale.ROOT)
              .equals("websocket")) {
        throw new NotHttpException("The answer to a request for a websocket is no such answer");
      }
      return new WebSocket(exchange.channel(), exchange.in(), true, MAX_MESSAGE);
    } catch (IOException | RuntimeException e) {
      exchange.close();
      throw e;
    }
  }

  /** Returns what a request's key is answered with. */
  public static String answer(String key) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-1")
                  .digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }
}
