package dev.charmsignals.pebble.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A connection over a Unix socket whose reads and writes have deadlines.
 *
 * <p>One thread may read while another one writes, and any thread may close: that ends both. The
 * JDK's streams on a channel can do neither, as a pending read holds up every write.
 */
public final class UnixChannel implements Closeable {

  private final SocketChannel channel;
  private final Selector readable;
  private @Nullable Selector writable;
  private volatile boolean writingIsOver;
  private volatile boolean closed;

  private UnixChannel(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    readable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
  }

  /** Connects to a socket file. */
  public static UnixChannel connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return new UnixChannel(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Takes over a connection that somebody else made. */
  public static UnixChannel of(SocketChannel connected) throws IOException {
    return new UnixChannel(connected);
  }

  /**
   * Reads what there is, and waits until there is something.
   *
   * @return how many bytes were read, at least one; -1 at the end
   */
  public int read(ByteBuffer into, Deadline deadline) throws IOException {
    long end = deadline.endOfStep();
    while (true) {
      int count = channel.read(into);
      if (count != 0) {
        return count;
      }
      await(readable, deadline, end);
    }
  }

  /** Waits until there is something to read, or the end; false when there was nothing in time. */
  public boolean awaitReadable(Deadline deadline) throws IOException {
    try {
      await(readable, deadline, deadline.endOfStep());
      return true;
    } catch (DeadlineException e) {
      return false;
    }
  }

  /** Writes all that remains. */
  public void write(ByteBuffer from, Deadline deadline) throws IOException {
    long end = deadline.endOfStep();
    while (from.hasRemaining()) {
      if (writingIsOver) {
        throw new AsynchronousCloseException();
      }
      if (channel.write(from) > 0) {
        end = deadline.endOfStep();
      } else {
        await(writable(), deadline, end);
      }
    }
  }

  /** Ends a pending write and every later one; the other end notices nothing. */
  public synchronized void stopWriting() {
    writingIsOver = true;
    if (writable != null) {
      writable.wakeup();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    writingIsOver = true;
    // A selector first: as long as it knows the channel, closing that one leaves the socket open.
    readable.close();
    if (writable != null) {
      writable.close();
    }
    channel.close();
  }

  private synchronized Selector writable() throws IOException {
    if (closed) {
      throw new AsynchronousCloseException();
    }
    if (writable == null) {
      writable = Selector.open();
      channel.register(writable, SelectionKey.OP_WRITE);
    }
    return writable;
  }

  private static void await(Selector selector, Deadline deadline, long end) throws IOException {
    try {
      int ready;
      do {
        long left = deadline.isNever() ? 0 : end - System.nanoTime();
        if (!deadline.isNever() && left <= 0) {
          throw new DeadlineException();
        }
        ready = selector.select((left + 999_999) / 1_000_000);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("The thread was interrupted");
        }
      } while (ready == 0 && !deadline.isNever());
    } catch (ClosedSelectorException e) {
      AsynchronousCloseException closed = new AsynchronousCloseException();
      closed.initCause(e);
      throw closed;
    }
  }
}
