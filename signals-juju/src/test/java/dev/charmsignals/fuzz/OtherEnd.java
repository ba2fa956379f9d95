package dev.charmsignals.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The other end of a socket, played by the same thread: says what it has to say and hangs up. */
public final class OtherEnd {

  /** What a socket takes before anybody reads it. */
  private static final int MOST = 64 << 10;

  private final Path path;
  private final ServerSocketChannel listening;

  /** Listens at a path of its own, for as long as the tests run. */
  public OtherEnd() {
    try {
      Path directory = Files.createTempDirectory("fuzz");
      directory.toFile().deleteOnExit();
      path = directory.resolve("socket");
      path.toFile().deleteOnExit();
      listening =
          ServerSocketChannel.open(StandardProtocolFamily.UNIX)
              .bind(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what to connect to. */
  public Path path() {
    return path;
  }

  /** Says something to who has connected, and is gone. */
  public void say(byte[] data) throws IOException {
    try (SocketChannel connection = listening.accept()) {
      connection.write(ByteBuffer.wrap(data, 0, Math.min(data.length, MOST)));
    }
  }

  /** The same, in answer to what it has been sent; a question that is left unread is an error. */
  public void answer(byte[] data) throws IOException {
    try (SocketChannel connection = listening.accept()) {
      connection.read(ByteBuffer.allocate(MOST));
      connection.write(ByteBuffer.wrap(data, 0, Math.min(data.length, MOST)));
    }
  }
}
