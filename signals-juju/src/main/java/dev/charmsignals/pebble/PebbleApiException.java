package dev.charmsignals.pebble;

import java.util.Optional;

/** Pebble refused a request. */
public final class PebbleApiException extends PebbleException {

  private final int statusCode;
  private final String kind;
  private final String reason;

  PebbleApiException(int statusCode, String kind, String reason) {
    super("Pebble refused with status %d: %s".formatted(statusCode, reason));
    this.statusCode = statusCode;
    this.kind = kind;
    this.reason = reason;
  }

  /** Returns the HTTP status: 400 for a wrong request, 401 without permission, 404, 500. */
  public int statusCode() {
    return statusCode;
  }

  /** Returns Pebble's word for it, such as {@code not-found}; most refusals have none. */
  public Optional<String> kind() {
    return kind.isEmpty() ? Optional.empty() : Optional.of(kind);
  }

  /** Returns what Pebble says about it. */
  public String reason() {
    return reason;
  }
}
