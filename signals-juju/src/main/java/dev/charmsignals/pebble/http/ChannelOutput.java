package dev.charmsignals.pebble.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** What goes into a connection, unbuffered. For one thread. */
public final class ChannelOutput extends OutputStream {

  private final UnixChannel channel;
  private final Deadline deadline;

  /** Writes to a connection within the deadline. */
  public ChannelOutput(UnixChannel channel, Deadline deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    channel.write(ByteBuffer.wrap(bytes, offset, length), deadline);
  }
}
