package dev.charmsignals.testkit.pebble;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request is answered with. */
record Reply(int status, String contentType, byte[] body) {

  static Reply of(@Nullable Object result) {
    return envelope("sync", 200, result, "");
  }

  static Reply unhealthy(Object result) {
    return envelope("sync", 502, result, "");
  }

  static Reply async(String change, @Nullable Object result) {
    return envelope("async", 202, result, change);
  }

  static Reply refused(Refusal refusal) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", refusal.message());
    if (!refusal.kind().isEmpty()) {
      error.put("kind", refusal.kind());
    }
    return envelope("error", refusal.status(), error, "");
  }

  private static Reply envelope(String type, int status, @Nullable Object result, String change) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("type", type);
    envelope.put("status-code", status);
    envelope.put("status", reason(status));
    if (!change.isEmpty()) {
      envelope.put("change", change);
    }
    envelope.put("result", result);
    return new Reply(status, "application/json", Trees.json(envelope));
  }

  static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 202 -> "Accepted";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 502 -> "Bad Gateway";
      case 504 -> "Gateway Timeout";
      default -> "Internal Server Error";
    };
  }
}
