package dev.charmsignals.gob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gob's numbers and byte sequences, read; knows how much is left of the current message. */
final class GobInput {

  /** The most that is asked for at once; see {@link GobOutput}. */
  private static final int PIECE = 1 << 15;

  /** The most memory that is reserved because the stream claims to need it. */
  private static final int TRUSTED = 1 << 20;

  private final InputStream in;
  private final GobLimits limits;
  private long left;

  GobInput(InputStream in, GobLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** Begins the next message; returns false where the stream ends instead. */
  boolean begin() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    left = 9; // a length is at most this long
    long length = unsigned(first);
    if (length <= 0 || length > limits.messageLength()) {
      throw new GobException("A message claims a length of " + Long.toUnsignedString(length));
    }
    left = length;
    return true;
  }

  long left() {
    return left;
  }

  /** Checks that a message was read to its last byte. */
  void end() {
    if (left != 0) {
      throw new GobException("A message is " + left + " bytes longer than its value");
    }
  }

  long unsigned() throws IOException {
    return unsigned(read());
  }

  long signed() throws IOException {
    long value = unsigned();
    return (value & 1) == 0 ? value >>> 1 : ~(value >>> 1);
  }

  /** Reads a number that counts things, of which each takes a byte or more of this message. */
  int count(int limit) throws IOException {
    long count = unsigned();
    if (count < 0 || count > left || count > limit) {
      throw new GobException("A list claims " + Long.toUnsignedString(count) + " elements");
    }
    return (int) count;
  }

  String text() throws IOException {
    int length = (int) length(limits.textLength());
    return new String(take(length), StandardCharsets.UTF_8);
  }

  List<String> texts() throws IOException {
    int count = count(limits.elements());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return List.copyOf(texts);
  }

  GobBytes bytes() throws IOException {
    long length = length(Long.MAX_VALUE);
    byte[] kept = take((int) Math.min(length, limits.keptBytes()));
    skip(length - kept.length);
    return new GobBytes(kept, length);
  }

  void skipBytes() throws IOException {
    skip(length(Long.MAX_VALUE));
  }

  void skip(long count) throws IOException {
    if (count > left) {
      throw new GobException("A value is longer than its message");
    }
    byte[] piece = new byte[(int) Math.min(count, PIECE)];
    for (long done = 0; done < count; ) {
      done += some(piece, 0, (int) Math.min(piece.length, count - done));
    }
  }

  private long length(long limit) throws IOException {
    long length = unsigned();
    if (length < 0 || length > left || length > limit) {
      throw new GobException("A text claims " + Long.toUnsignedString(length) + " bytes");
    }
    return length;
  }

  private byte[] take(int count) throws IOException {
    byte[] bytes = new byte[Math.min(count, TRUSTED)];
    for (int done = 0; done < count; ) {
      if (done == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * done));
      }
      done += some(bytes, done, Math.min(PIECE, bytes.length - done));
    }
    return bytes;
  }

  private int some(byte[] target, int from, int count) throws IOException {
    int got = in.read(target, from, count);
    if (got < 0) {
      throw brokenOff();
    }
    left -= got;
    return got;
  }

  private long unsigned(int first) throws IOException {
    if (first < 128) {
      return first;
    }
    int count = 256 - first;
    if (count > 8) {
      throw new GobException("A number claims " + count + " bytes");
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | read();
    }
    return value;
  }

  private int read() throws IOException {
    if (left == 0) {
      throw new GobException("A value is longer than its message");
    }
    int value = in.read();
    if (value < 0) {
      throw brokenOff();
    }
    left--;
    return value;
  }

  private static GobException brokenOff() {
    return new GobException("The stream breaks off inside a message");
  }
}
