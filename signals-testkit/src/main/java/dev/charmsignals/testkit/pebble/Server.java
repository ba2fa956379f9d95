package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.BodyInput;
import dev.charmsignals.pebble.http.ChannelInput;
import dev.charmsignals.pebble.http.ChannelOutput;
import dev.charmsignals.pebble.http.Deadline;
import dev.charmsignals.pebble.http.HttpHead;
import dev.charmsignals.pebble.http.UnixChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on a socket file, with a thread for itself and one for each connection. */
final class Server implements AutoCloseable {

  private static final int MAX_PATH = 106;

  private final Path socket;
  private final Api api;
  private final DaemonState state;
  private final ServerSocketChannel listening;
  private final Set<UnixChannel> connections = ConcurrentHashMap.newKeySet();

  private Server(Path socket, Api api, DaemonState state, ServerSocketChannel listening) {
    this.socket = socket;
    this.api = api;
    this.state = state;
    this.listening = listening;
  }

  static Server listen(Path socket, Api api, DaemonState state) {
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
      throw new IllegalStateException(
          socket
              + " is too long for a socket file, which may have 106 bytes; choose a shorter"
              + " directory for temporary files with -Djava.io.tmpdir=/tmp");
    }
    try {
      Files.createDirectories(socket.toAbsolutePath().getParent());
      Files.deleteIfExists(socket);
      ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listening.bind(UnixDomainSocketAddress.of(socket));
      Server server = new Server(socket, api, state, listening);
      state.inBackground("accept", server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("A simulated Pebble cannot listen at " + socket, e);
    }
  }

  private void accept() {
    while (listening.isOpen()) {
      try {
        SocketChannel accepted = listening.accept();
        UnixChannel connection = UnixChannel.of(accepted);
        connections.add(connection);
        state.inBackground("connection", () -> serve(connection));
      } catch (IOException e) {
        // It was closed, or one client was gone before it was heard.
      }
    }
  }

  private void serve(UnixChannel connection) {
    try (connection) {
      ChannelInput in = new ChannelInput(connection, Deadline.never());
      Optional<HttpHead> head = HttpHead.read(in);
      if (head.isEmpty()) {
        return;
      }
      ChannelOutput out = new ChannelOutput(connection, Deadline.never());
      if (head.get().headers().containsKey("upgrade")) {
        api.upgrade(head.get(), connection, in, out);
      } else {
        Call call = Call.of(head.get(), BodyInput.ofRequest(head.get(), in));
        if (!api.stream(call, out)) {
          write(out, api.answer(call));
        }
      }
    } catch (IOException | RuntimeException e) {
      // The client is gone, or the Pebble is stopped: there is nobody to be told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  static void write(ChannelOutput out, Reply reply) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        """
        HTTP/1.1 %d %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        Connection: close\r
        \r
        """
            .formatted(
                reply.status(),
                Reply.reason(reply.status()),
                reply.contentType(),
                reply.body().length)
            .getBytes(StandardCharsets.UTF_8));
    all.writeBytes(reply.body());
    out.write(all.toByteArray());
  }

  /** Hangs up on everybody and removes the socket file. */
  @Override
  public void close() {
    try {
      listening.close();
      Files.deleteIfExists(socket);
      for (UnixChannel connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A simulated Pebble cannot stop", e);
    }
  }
}
