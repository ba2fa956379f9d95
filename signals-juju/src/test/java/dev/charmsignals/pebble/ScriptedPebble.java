package dev.charmsignals.pebble;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Answers one connection after the other with bytes that were written beforehand. */
final class ScriptedPebble implements AutoCloseable {

  private final Path socket;
  private final ServerSocketChannel listening;
  private final Deque<byte[]> answers = new ConcurrentLinkedDeque<>();

  ScriptedPebble(Path directory) throws IOException {
    socket = directory.resolve("socket");
    listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(this::serve, "scripted-pebble");
    thread.setDaemon(true);
    thread.start();
  }

  Pebble client() {
    return Pebble.at(socket);
  }

  /** Answers the next connection so, and closes it. */
  ScriptedPebble answer(byte[] bytes) {
    answers.add(bytes);
    return this;
  }

  ScriptedPebble answer(String text) {
    return answer(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers the next connection with JSON. */
  ScriptedPebble json(int status, String json) {
    return answer(
        "HTTP/1.1 %d x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, json.getBytes(StandardCharsets.UTF_8).length, json));
  }

  private void serve() {
    while (listening.isOpen()) {
      try (SocketChannel connection = listening.accept()) {
        byte[] answer = answers.poll();
        if (answer != null) {
          readHead(Channels.newInputStream(connection));
          OutputStream out = Channels.newOutputStream(connection);
          out.write(answer);
        }
      } catch (IOException e) {
        // The client hung up first.
      }
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    for (int c = in.read(); c >= 0 && ends < 2; c = ends < 2 ? in.read() : -1) {
      ends = c == '\n' ? ends + 1 : c == '\r' ? ends : 0;
      if (ends == 2) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
