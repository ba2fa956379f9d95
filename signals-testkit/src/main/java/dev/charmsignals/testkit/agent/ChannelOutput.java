package dev.charmsignals.testkit.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A stream that writes to a blocking channel while another thread reads from it.
 *
 * <p>The streams of {@link java.nio.channels.Channels} share a lock in JDK 17: their writer would
 * wait for a reader that waits for the client.
 */
final class ChannelOutput extends OutputStream {

  private final SocketChannel channel;

  ChannelOutput(SocketChannel channel) {
    this.channel = channel;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, from, count);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }
}
