package dev.charmsignals.pebble;

import java.nio.file.Path;

/** Pebble could not be reached, or the connection ended before its answer. */
public final class PebbleConnectionException extends PebbleException {

  private final Path socket;

  PebbleConnectionException(Path socket, Exception cause) {
    super(
        "Pebble cannot be reached at %s (%s); the container may not be up yet or be restarting: ask"
                .formatted(
                    socket, cause.getMessage() == null ? "it was closed" : cause.getMessage())
            + " canConnect() first, and do the rest when pebble-ready comes",
        cause);
    this.socket = socket;
  }

  /** Returns the socket file that was tried. */
  public Path socket() {
    return socket;
  }
}
