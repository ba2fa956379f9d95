package dev.charmsignals.pebble;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/** Takes connections and never says anything. */
record SilentPebble(Path socket, ServerSocketChannel listening) implements AutoCloseable {

  SilentPebble(Path socket) throws IOException {
    this(socket, ServerSocketChannel.open(StandardProtocolFamily.UNIX));
    listening.bind(UnixDomainSocketAddress.of(socket));
  }

  Pebble client() {
    return Pebble.at(socket);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
