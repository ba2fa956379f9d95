package dev.charmsignals.pebble.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param method GET or POST
 * @param target the path with its query, encoded
 * @param headers further headers, by name
 * @param body what it carries, if anything
 */
public record HttpRequest(
    String method, String target, Map<String, String> headers, @Nullable RequestBody body) {

  /** A request without a body. */
  public static HttpRequest get(String target, Map<String, String> headers) {
    return new HttpRequest("GET", target, headers, null);
  }

  /** A request that carries something. */
  public static HttpRequest post(String target, String contentType, RequestBody body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Accept", "application/json");
    return new HttpRequest("POST", target, headers, body);
  }

  /** Returns text as it may stand in a query. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  void writeTo(OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (!headers.containsKey("Connection")) {
      head.append("Connection: close\r\n");
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    if (body != null) {
      head.append(
          body.length() < 0
              ? "Transfer-Encoding: chunked\r\n"
              : "Content-Length: " + body.length() + "\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (body != null && body.length() < 0) {
      ChunkedOutput chunks = new ChunkedOutput(out);
      body.writeTo(chunks);
      chunks.close();
    } else if (body != null) {
      body.writeTo(out);
    }
    out.flush();
  }
}
