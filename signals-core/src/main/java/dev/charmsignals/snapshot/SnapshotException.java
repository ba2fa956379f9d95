package dev.charmsignals.snapshot;

import dev.charmsignals.CharmSignalsException;

/**
 * A snapshot holds something that cannot travel, such as a {@code Thread} or a number that is not
 * finite. Thrown by {@code emit}, before anything is written.
 */
public final class SnapshotException extends CharmSignalsException {

  private final String path;
  private final String reason;

  SnapshotException(String path, String reason) {
    super("snapshot%s %s".formatted(path, reason));
    this.path = path;
    this.reason = reason;
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
