package dev.charmsignals.event;

/** A deferred event cannot be made again; never leaves the package. */
final class LostEventException extends Exception {

  private final String reason;

  LostEventException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
