package dev.charmsignals.testkit.pebble;

/** What the simulated Pebble answers with an error. */
final class Refusal extends RuntimeException {

  private final int status;
  private final String kind;

  Refusal(int status, String message) {
    this(status, "", message);
  }

  Refusal(int status, String kind, String message) {
    super(message, null, false, false);
    this.status = status;
    this.kind = kind;
  }

  int status() {
    return status;
  }

  String kind() {
    return kind;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
