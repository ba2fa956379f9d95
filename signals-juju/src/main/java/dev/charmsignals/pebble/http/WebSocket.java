package dev.charmsignals.pebble.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One end of a websocket. One thread may receive; any may send or close.
 *
 * <p>Closing is abrupt; {@link #sendClose} takes leave before.
 */
public final class WebSocket implements Closeable {

  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int MAX_CONTROL = 125;

  private final UnixChannel channel;
  private final ChannelInput in;
  private final boolean client;
  private final int limit;
  private final Object sending = new Object();
  private boolean closeSent;
  private volatile boolean leaveTaken;

  /** A whole message: text, or bytes. */
  public record Message(boolean isText, byte[] bytes) {

    /** Returns the text of a text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /**
   * Goes on with a connection after its handshake.
   *
   * @param client whether this is the end that asked
   * @param limit how many bytes a message may have that is received
   */
  public WebSocket(UnixChannel channel, ChannelInput in, boolean client, int limit) {
    this.channel = channel;
    this.in = in;
    this.client = client;
    this.limit = limit;
    in.deadline(Deadline.never());
  }

  /** Sends a text. */
  public void sendText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    send(TEXT, bytes, 0, bytes.length);
  }

  /** Sends bytes. */
  public void sendBytes(byte[] bytes, int offset, int length) throws IOException {
    send(BINARY, bytes, offset, length);
  }

  /** Takes leave; nothing can be sent any more. */
  public void sendClose() throws IOException {
    synchronized (sending) {
      if (!closeSent) {
        send(CLOSE, new byte[] {3, (byte) 232}, 0, 2); // 1000, a normal end
        closeSent = true;
      }
    }
  }

  /** Returns whether the other end took leave, rather than just being gone. */
  public boolean tookLeave() {
    return leaveTaken;
  }

  /** Ends a pending and every later sending, while the other direction goes on. */
  public void stopSending() {
    channel.stopWriting();
  }

  /** Waits for the next message; empty when the other end took leave or ended the connection. */
  public Optional<Message> receive() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream(0);
    boolean isText = false;
    boolean begun = false;
    while (true) {
      int first = in.read();
      if (first < 0) {
        return Optional.empty();
      }
      int kind = first & 0x0f;
      boolean last = (first & 0x80) != 0;
      byte[] part = payload(kind >= CLOSE ? MAX_CONTROL : limit - parts.size());
      switch (kind) {
        case CLOSE -> {
          leaveTaken = true;
          answer(CLOSE, part);
          return Optional.empty();
        }
        case PING -> answer(PONG, part);
        case PONG -> {}
        case TEXT, BINARY, CONTINUATION -> {
          if ((kind == CONTINUATION) != begun) {
            throw new NotHttpException("A message begins in the midst of another one");
          }
          isText = begun ? isText : kind == TEXT;
          if (last && !begun) {
            return Optional.of(new Message(isText, part));
          }
          begun = true;
          parts.writeBytes(part);
          if (last) {
            return Optional.of(new Message(isText, parts.toByteArray()));
          }
        }
        default -> throw new NotHttpException("A websocket carries what it may not");
      }
    }
  }

  /** Answers the other end, which may be gone: then what it said before is still to be read. */
  private void answer(int kind, byte[] part) {
    try {
      if (kind == CLOSE) {
        sendClose();
      } else {
        send(kind, part, 0, part.length);
      }
    } catch (IOException e) {
      // The next reading tells what is left.
    }
  }

  private byte[] payload(int atMost) throws IOException {
    int second = required();
    boolean masked = (second & 0x80) != 0;
    long length = second & 0x7f;
    if (length >= 126) {
      int bytes = length == 126 ? 2 : 8;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | required();
      }
    }
    if (length < 0 || length > atMost) {
      throw new NotHttpException("A message is longer than " + limit + " bytes");
    }
    if (masked == client) {
      throw new NotHttpException("A message is masked as the other end's should be");
    }
    byte[] mask = masked ? exactly(4) : new byte[0];
    byte[] bytes = exactly((int) length);
    for (int i = 0; masked && i < bytes.length; i++) {
      bytes[i] ^= mask[i & 3];
    }
    return bytes;
  }

  private void send(int kind, byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(14 + length);
    frame.put((byte) (0x80 | kind));
    int masked = client ? 0x80 : 0;
    if (length < 126) {
      frame.put((byte) (masked | length));
    } else if (length < 0x10000) {
      frame.put((byte) (masked | 126)).putShort((short) length);
    } else {
      frame.put((byte) (masked | 127)).putLong(length);
    }
    if (client) {
      int mask = ThreadLocalRandom.current().nextInt();
      frame.putInt(mask);
      for (int i = 0; i < length; i++) {
        frame.put((byte) (bytes[offset + i] ^ mask >> 24 - 8 * (i & 3)));
      }
    } else {
      frame.put(bytes, offset, length);
    }
    synchronized (sending) {
      if (!closeSent) {
        channel.write(frame.flip(), Deadline.never());
      }
    }
  }

  private int required() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException("The connection ended within a message");
    }
    return value;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The connection ended within a message");
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
