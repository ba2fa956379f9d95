package dev.charmsignals.hooktools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one output of a process to its end and keeps its beginning.
 *
 * <p>Runs on any thread; the accessors are for after it has run.
 */
final class OutputDrain implements Runnable {

  private final InputStream in;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
  private boolean truncated;
  private @Nullable IOException failure;

  OutputDrain(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    byte[] piece = new byte[8192];
    try (in) {
      for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
        int room = HookReply.MOST_OUTPUT - kept.size();
        truncated |= got > room;
        kept.write(piece, 0, Math.min(got, room));
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  byte[] bytes() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return kept.toByteArray();
  }

  boolean isTruncated() {
    return truncated;
  }
}
