package dev.charmsignals.pebble;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One output of a command, filled by one thread and read by another.
 *
 * <p>Nobody has to read it: until then it holds some, and the command waits; in the end all that is
 * left is collected or thrown away.
 */
final class ExecOutput extends InputStream {

  private static final int HELD = 256 * 1024;

  /** More than can be held, in the buffers of the socket, and in one message together. */
  private static final int ON_ITS_WAY = 4 * HELD;

  private enum Use {
    READ,
    COLLECT,
    DRAIN,
    DISCARD
  }

  private final int limit;
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private int held;
  private int readOfFirst;
  private Use use = Use.READ;
  private boolean ended;
  private boolean tooLarge;
  private @Nullable IOException failure;

  ExecOutput(int limit) {
    this.limit = limit;
  }

  /** Adds what the command wrote; waits while there is no room. */
  synchronized void add(byte[] chunk) throws IOException {
    while (use == Use.READ && held > HELD && !ended) {
      await();
    }
    if (use == Use.DISCARD || ended || chunk.length == 0) {
      return;
    }
    int most = use == Use.COLLECT ? limit : Math.max(limit, ON_ITS_WAY);
    if (use != Use.READ && (long) held + chunk.length > most) {
      tooLarge = true;
      return;
    }
    chunks.add(chunk);
    held += chunk.length;
    notifyAll();
  }

  /** Says that nothing more will come; with a failure if it should have. */
  synchronized void end(@Nullable IOException reason) {
    if (!ended) {
      ended = true;
      failure = reason;
      notifyAll();
    }
  }

  /** Keeps everything from now on, up to the limit. */
  synchronized void collect() {
    if (use == Use.READ) {
      use = Use.COLLECT;
      notifyAll();
    }
  }

  /**
   * Makes nobody wait any more: what is still to come is only what is on its way. A peer that sends
   * more than that misbehaves, and the rest is thrown away.
   */
  synchronized void comeToAnEnd() {
    if (use == Use.READ) {
      use = Use.DRAIN;
      notifyAll();
    }
  }

  /** Throws away what was not read and everything to come. */
  synchronized void discard() {
    use = Use.DISCARD;
    chunks.clear();
    held = 0;
    readOfFirst = 0;
    notifyAll();
  }

  /** Waits for the end; false when it does not come. */
  synchronized boolean awaitEnd(long millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!ended) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      await(left);
    }
    return true;
  }

  synchronized boolean isTooLarge() {
    return tooLarge || held > limit; // some may have come before anybody asked for it
  }

  /** Returns what was collected. */
  synchronized byte[] collected() {
    ByteArrayOutputStream all = new ByteArrayOutputStream(held);
    for (byte[] chunk : chunks) {
      all.write(chunk, readOfFirst, chunk.length - readOfFirst);
      readOfFirst = 0;
    }
    chunks.clear();
    held = 0;
    return all.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (chunks.isEmpty()) {
      if (failure != null) {
        throw new IOException("The output of the command ended early", failure);
      }
      if (tooLarge && use != Use.DISCARD) {
        throw new IOException("The output of the command is longer than is kept");
      }
      if (ended || use == Use.DISCARD) {
        return -1;
      }
      await();
    }
    byte[] first = chunks.element();
    int count = Math.min(length, first.length - readOfFirst);
    System.arraycopy(first, readOfFirst, bytes, offset, count);
    readOfFirst += count;
    held -= count;
    if (readOfFirst == first.length) {
      chunks.remove();
      readOfFirst = 0;
    }
    notifyAll();
    return count;
  }

  @Override
  public synchronized int available() {
    return held;
  }

  /** Throws away what is left, so that the command never waits for a reader. */
  @Override
  public void close() {
    discard();
  }

  private void await() throws IOException {
    await(0);
  }

  private synchronized void await(long millis) throws IOException {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The thread was interrupted");
    }
  }
}
