package dev.charmsignals.pebble.http;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, on a connection of their own.
 *
 * <p>A connection for each request costs little over a Unix socket, and none is ever found stale.
 * Closing it is how somebody else ends a response that has no end.
 */
public final class HttpExchange implements Closeable {

  private final UnixChannel channel;
  private final ChannelInput in;
  private @Nullable IOException unsent;

  private HttpExchange(UnixChannel channel, Deadline deadline) {
    this.channel = channel;
    this.in = new ChannelInput(channel, deadline);
  }

  /** Connects to a socket file and sends a request. */
  public static HttpExchange send(Path socket, HttpRequest request, Deadline deadline)
      throws IOException {
    UnixChannel channel = UnixChannel.connect(socket);
    HttpExchange exchange = new HttpExchange(channel, deadline);
    try {
      request.writeTo(new BufferedOutputStream(new ChannelOutput(channel, deadline), 16 * 1024));
    } catch (DeadlineException | UnreadableSourceException e) {
      channel.close();
      throw e;
    } catch (IOException e) {
      // A request that is refused before it is read has an answer, although it was not all sent.
      exchange.unsent = e;
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
    return exchange;
  }

  /** Reads the head of the response; called once, before the body is read. */
  public HttpHead head() throws IOException {
    try {
      while (true) {
        Optional<HttpHead> head = HttpHead.read(in);
        if (head.isEmpty()) {
          throw new EOFException("The connection ended without an answer");
        }
        int status = head.get().status();
        if (status >= 200 || status == 101) {
          return head.get();
        }
      }
    } catch (IOException e) {
      if (unsent != null) {
        unsent.addSuppressed(e);
        throw unsent;
      }
      throw e;
    }
  }

  /** Returns the connection's other direction, for what follows the head. */
  public ChannelInput in() {
    return in;
  }

  /** Returns the connection itself. */
  public UnixChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
