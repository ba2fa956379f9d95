package dev.charmsignals.pebble;

import dev.charmsignals.pebble.http.WebSocket;
import java.io.IOException;
import java.io.OutputStream;

/** What a command reads, sent as it is written; closing it is the end. For one thread. */
final class ExecInput extends OutputStream {

  /** What says that an input or an output is over. */
  static final String END = "{\"command\":\"end\"}";

  private static final int PIECE = 64 * 1024;

  private final WebSocket stdio;
  private boolean closed;

  ExecInput(WebSocket stdio) {
    this.stdio = stdio;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("The input of the command was closed");
    }
    for (int sent = 0; sent < length; sent += PIECE) {
      stdio.sendBytes(bytes, offset + sent, Math.min(PIECE, length - sent));
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      stdio.sendText(END);
    }
  }
}
