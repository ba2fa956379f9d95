package dev.charmsignals.testkit.agent;

import java.io.IOException;
import java.io.InputStream;

/** What a client sends, as far as it may be read. */
final class WatchedInput extends InputStream {

  private final InputStream in;
  private final Traffic traffic;
  private boolean ended;

  WatchedInput(InputStream in, Traffic traffic) {
    this.in = in;
    this.traffic = traffic;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int readable = ended ? 0 : traffic.readable(count);
    if (readable == 0 && count > 0) {
      ended = true;
      return -1;
    }
    int got = in.read(bytes, from, readable);
    if (got > 0) {
      traffic.read(got);
    }
    return got;
  }
}
