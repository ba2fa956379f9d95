package dev.charmsignals.pebble.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** What a connection brings, buffered. For one thread. */
public final class ChannelInput extends InputStream {

  private final UnixChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024).limit(0);
  private Deadline deadline;

  /** Reads from a connection, each read within the deadline. */
  public ChannelInput(UnixChannel channel, Deadline deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  /** Sets the deadline of what is read from now on. */
  public void deadline(Deadline next) {
    deadline = next;
  }

  /** Waits until there is something to read, or the end; false when there was nothing in time. */
  public boolean awaitSomething(Deadline limit) throws IOException {
    return buffer.hasRemaining() || channel.awaitReadable(limit);
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    if (buffer.hasRemaining()) {
      return true;
    }
    buffer.clear();
    try {
      return channel.read(buffer, deadline) >= 0;
    } finally {
      buffer.flip();
    }
  }
}
