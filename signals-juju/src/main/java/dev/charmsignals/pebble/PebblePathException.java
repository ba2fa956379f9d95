package dev.charmsignals.pebble;

import java.util.List;

/** Pebble could not do something to a file or directory; for others in the request it may have. */
public final class PebblePathException extends PebbleException {

  private final List<Failure> failures;

  /**
   * One path for which it failed.
   *
   * @param path the path in the container
   * @param kind {@code not-found}, {@code permission-denied} or {@code generic-file-error}
   * @param reason what Pebble says about it
   */
  public record Failure(String path, String kind, String reason) {}

  PebblePathException(List<Failure> failures) {
    super(message(failures));
    this.failures = List.copyOf(failures);
  }

  private static String message(List<Failure> failures) {
    StringBuilder text = new StringBuilder();
    for (Failure failure : failures) {
      text.append(text.isEmpty() ? "" : "; ");
      text.append(failure.path()).append(": ").append(failure.reason());
      text.append(" (").append(failure.kind()).append(')');
    }
    return text.toString();
  }

  /** Returns the first path for which it failed. */
  public String path() {
    return failures.get(0).path();
  }

  /** Returns Pebble's word for the first failure, such as {@code not-found}. */
  public String kind() {
    return failures.get(0).kind();
  }

  /** Returns what Pebble says about the first failure. */
  public String reason() {
    return failures.get(0).reason();
  }

  /** Returns all failures, in the order of the request. */
  public List<Failure> failures() {
    return failures;
  }
}
