package dev.charmsignals.pebble.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A message's body, however its length is told. For one thread. */
public final class BodyInput extends InputStream {

  private static final int MAX_LINE = 1024;

  private final InputStream in;
  private final boolean chunked;
  private final boolean untilClose;
  private long left;
  private boolean ended;

  private BodyInput(InputStream in, boolean chunked, boolean untilClose, long left) {
    this.in = in;
    this.chunked = chunked;
    this.untilClose = untilClose;
    this.left = left;
  }

  /** The body of a request, which has none unless its head says so. */
  public static BodyInput ofRequest(HttpHead head, InputStream in) throws IOException {
    return of(head, in, false);
  }

  /** The body of a response, which goes on to the end of the connection unless its head says so. */
  public static BodyInput ofResponse(HttpHead head, InputStream in) throws IOException {
    int status = head.status();
    if (status == 204 || status == 304) {
      return new BodyInput(in, false, false, 0);
    }
    return of(head, in, true);
  }

  private static BodyInput of(HttpHead head, InputStream in, boolean untilClose)
      throws IOException {
    String coding = head.headers().getOrDefault("transfer-encoding", "");
    if (coding.toLowerCase(Locale.ROOT).equals("chunked")) {
      return new BodyInput(in, true, false, 0);
    }
    String length = head.headers().get("content-length");
    if (!coding.isEmpty() || (length != null && !isLength(length))) {
      throw new NotHttpException("A head does not say how long its body is");
    }
    return length == null
        ? new BodyInput(in, false, untilClose, 0)
        : new BodyInput(in, false, false, Long.parseLong(length));
  }

  /**
   * Reads everything that is left.
   *
   * @throws NotHttpException when it is more than the limit
   */
  public byte[] readWithin(int limit) throws IOException {
    byte[] bytes = readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new NotHttpException("A body is longer than " + limit + " bytes");
    }
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (untilClose) {
      return in.read(bytes, offset, length);
    }
    if (left == 0 && (!chunked || !nextChunk())) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("The connection ended within a body");
    }
    left -= count;
    if (chunked && left == 0 && !line().isEmpty()) { // comes with the chunk, so it is not awaited
      throw new NotHttpException("A chunk is longer than it says");
    }
    return count;
  }

  private boolean nextChunk() throws IOException {
    if (ended) {
      return false;
    }
    String line = line();
    int end = line.indexOf(';');
    left = size((end < 0 ? line : line.substring(0, end)).strip());
    if (left > 0) {
      return true;
    }
    ended = true;
    while (!line().isEmpty()) {
      // Headers after the body tell nothing that is wanted.
    }
    return false;
  }

  private static long size(String digits) throws IOException {
    long size = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      size = digit < 0 || digits.charAt(i) > 'f' || i > 14 ? Long.MIN_VALUE : size * 16 + digit;
    }
    if (size < 0 || digits.isEmpty()) {
      throw new NotHttpException("A chunk does not say how long it is");
    }
    return size;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The connection ended within a body");
      }
      if (line.length() > MAX_LINE) {
        throw new NotHttpException("A chunk has a head without end");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static boolean isLength(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 18;
  }
}
