package dev.charmsignals.pebble.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.fuzz.Hostile;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSocketTest {

  private static final int LIMIT = 100_000;

  @TempDir private Path directory;
  private UnixChannel near;
  private SocketChannel far;
  private WebSocket client;

  @BeforeEach
  void connect() throws IOException {
    Path socket = directory.resolve("socket");
    try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listening.bind(UnixDomainSocketAddress.of(socket));
      near = UnixChannel.connect(socket);
      far = listening.accept();
    }
    client = new WebSocket(near, new ChannelInput(near, Deadline.never()), true, LIMIT);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    far.close();
  }

  private void send(int... bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
    for (int b : bytes) {
      buffer.put((byte) b);
    }
    far.write(buffer.flip());
  }

  private byte[] sent(int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      far.read(buffer);
    }
    return buffer.array();
  }

  @Test
  void joinsPartsAndAnswersPingsBetweenThem() throws IOException {
    send(0x02, 1, 'a', 0x89, 2, 'h', 'i', 0x80, 2, 'b', 'c');

    WebSocket.Message message = client.receive().orElseThrow();

    assertFalse(message.isText());
    assertEquals("abc", message.text());
    byte[] pong = sent(8);
    assertEquals((byte) 0x8a, pong[0]);
    assertEquals((byte) 0x82, pong[1]); // masked, two bytes
    assertEquals('h', pong[6] ^ pong[2]);
    assertEquals('i', pong[7] ^ pong[3]);
  }

  @Test
  void speaksToItsOtherEndInEveryLength() throws IOException {
    UnixChannel other = UnixChannel.of(far);
    WebSocket server =
        new WebSocket(other, new ChannelInput(other, Deadline.never()), false, LIMIT);
    for (int length : new int[] {0, 125, 126, 65_535, 65_536}) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) length);

      client.sendBytes(bytes, 0, length);

      assertArrayEquals(bytes, server.receive().orElseThrow().bytes());
    }
  }

  /** What may come in a million parts is not copied for each of them. */
  @Test
  void joinsManyPartsInLittleMemory() throws Exception {
    ByteBuffer parts = ByteBuffer.allocate(60_000);
    for (int i = 0; i < 20_000; i++) {
      parts.put((byte) (i == 0 ? 0x02 : i == 19_999 ? 0x80 : 0)).put((byte) 1).put((byte) 'a');
    }

    Hostile.bounded(
        0,
        () -> {
          far.write(parts.rewind());
          assertEquals("a".repeat(20_000), client.receive().orElseThrow().text());
        });
  }

  @Test
  void readsWhatWasSaidByOneWhoIsGoneBeforeItIsAnswered() throws IOException {
    send(0x89, 0, 0x82, 1, 'a', 0x88, 0);
    far.close();

    assertEquals("a", client.receive().orElseThrow().text());
    assertEquals(Optional.empty(), client.receive());
    assertTrue(client.tookLeave());
  }

  @Test
  void answersALeave() throws IOException {
    send(0x88, 2, 3, 232);

    assertEquals(Optional.empty(), client.receive());
    assertTrue(client.tookLeave());
    assertEquals((byte) 0x88, sent(8)[0]);
  }

  @Test
  void tellsAnEndFromALeave() throws IOException {
    far.close();

    assertEquals(Optional.empty(), client.receive());
    assertFalse(client.tookLeave());
  }

  @Test
  void refusesAMessageWithoutEnd() throws IOException {
    send(0x82, 127, 0, 0, 0, 0, 0, 1, 134, 161); // 100,001 bytes

    assertThrows(NotHttpException.class, () -> client.receive());
  }

  @Test
  void refusesALengthBelowNothing() throws IOException {
    send(0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255);

    assertThrows(NotHttpException.class, () -> client.receive());
  }

  @Test
  void refusesAMask() throws IOException {
    send(0x82, 0x81, 1, 2, 3, 4, 5);

    assertThrows(NotHttpException.class, () -> client.receive());
  }

  @Test
  void refusesAPartOfNothing() throws IOException {
    send(0x80, 1, 'a');

    assertThrows(NotHttpException.class, () -> client.receive());
  }

  @Test
  void noticesAnEndWithinAMessage() throws IOException {
    send(0x82, 5, 'a');
    far.close();

    assertThrows(EOFException.class, () -> client.receive());
  }

  /** RFC 6455, section 1.3. */
  @Test
  void answersAHandshakeAsTheExampleDoes() {
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Handshake.answer("dGhlIHNhbXBsZSBub25jZQ=="));
  }
}
