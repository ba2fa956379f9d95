package dev.charmsignals.snapshot;

import dev.charmsignals.CharmSignalsException;

/**
 * A snapshot holds something that cannot travel, such as a {@code Thread} or a number that is not
 * finite. Thrown by {@code emit}, and where a record is saved, before anything is written.
 */
public final class SnapshotException extends CharmSignalsException {

  private final String place;
  private final String path;
  private final String reason;

  SnapshotException(String path, String reason) {
    super("snapshot%s %s".formatted(path, reason));
    this.place = "";
    this.path = path;
    this.reason = reason;
  }

  private SnapshotException(String place, SnapshotException cause) {
    super(place + ": " + cause.getMessage(), cause);
    this.place = place;
    this.path = cause.path;
    this.reason = cause.reason;
  }

  /** Returns the same, for whoever knows what was to travel, such as {@code signal "ready"}. */
  public SnapshotException in(String place) {
    return new SnapshotException(place, this);
  }

  /** Returns what was to travel, such as {@code signal "ready"}; empty where nobody knows. */
  public String place() {
    return place;
  }

  /** Returns where the value stands, such as {@code .hosts[2].port}; empty for the whole. */
  public String path() {
    return path;
  }

  /** Returns what is wrong with the value, and what would be right. */
  public String reason() {
    return reason;
  }
}
