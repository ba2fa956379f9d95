package dev.charmsignals.pebble.http;

import java.io.IOException;

/** The other end answered a request for a websocket with something else. */
public final class UpgradeRefusedException extends IOException {

  private final int status;
  private final byte[] body;

  UpgradeRefusedException(int status, byte[] body) {
    super("The request for a websocket was answered with status " + status);
    this.status = status;
    this.body = body;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns what came with it, cut if it is long. */
  public byte[] body() {
    return body.clone();
  }
}
