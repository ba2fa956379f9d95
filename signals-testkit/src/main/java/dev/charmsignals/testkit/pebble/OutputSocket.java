package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.WebSocket;
import java.io.IOException;
import java.io.OutputStream;

/** Sends what a command writes. */
final class OutputSocket extends OutputStream {

  private static final int PIECE = 128 * 1024;

  private final WebSocket socket;

  OutputSocket(WebSocket socket) {
    this.socket = socket;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int sent = 0; sent < length; sent += PIECE) {
      socket.sendBytes(bytes, offset + sent, Math.min(PIECE, length - sent));
    }
  }

  /** Says that nothing more will come. */
  void end() {
    try {
      socket.sendText("{\"command\":\"end\"}");
    } catch (IOException e) {
      // The client is gone.
    }
  }
}
