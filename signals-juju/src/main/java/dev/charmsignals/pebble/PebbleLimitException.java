package dev.charmsignals.pebble;

/** Something in the container is larger than this process takes into its memory. */
public final class PebbleLimitException extends PebbleException {

  private final String subject;
  private final long limit;

  PebbleLimitException(String subject, long limit, String wayOut) {
    super("%s is larger than %d bytes; %s".formatted(subject, limit, wayOut));
    this.subject = subject;
    this.limit = limit;
  }

  /** Returns what is too large. */
  public String subject() {
    return subject;
  }

  /** Returns how many bytes it may have. */
  public long limit() {
    return limit;
  }
}
