package dev.charmsignals.pebble.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a body of several parts, one after the other. For one thread.
 *
 * <p>A part's content may hold anything but what stands between the parts, which may be torn apart
 * by the buffers it arrives in.
 */
public final class MultipartInput {

  private static final int MAX_BOUNDARY = 200;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[32 * 1024];
  private int from;
  private int to;
  private boolean last;

  /** One part; its content is to be read before the next part is asked for, or is skipped. */
  public record Part(HttpHead head, InputStream content) {

    /** Returns a parameter of the disposition, such as {@code filename}; empty without it. */
    public String parameter(String name) {
      return Parameters.of(head.headers().getOrDefault("content-disposition", ""), name);
    }
  }

  /** Reads parts from a body whose head is given. */
  public MultipartInput(HttpHead head, InputStream in) throws IOException {
    String boundary = Parameters.of(head.headers().getOrDefault("content-type", ""), "boundary");
    if (!head.mediaType().equals("multipart/form-data")
        || boundary.isEmpty()
        || boundary.length() > MAX_BOUNDARY) {
      throw new NotHttpException("A body is not of several parts");
    }
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
    // What stands before the first part lacks the line break that belongs to all others.
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
    skipContent();
  }

  /** Returns the next part; empty after the last one. */
  public Optional<Part> next() throws IOException {
    if (last) {
      return Optional.empty();
    }
    skipContent();
    from += delimiter.length;
    require(2);
    if (buffer[from] == '-' && buffer[from + 1] == '-') {
      last = true;
      return Optional.empty();
    }
    int c = readByte();
    while (c == ' ' || c == '\t') {
      c = readByte();
    }
    if (c != '\r' || readByte() != '\n') {
      throw new NotHttpException("A part does not begin as one");
    }
    HttpHead head = HttpHead.readPart(new Bytes());
    // An empty content shares its line break with the head's end.
    return Optional.of(new Part(head, new Content()));
  }

  private void skipContent() throws IOException {
    byte[] waste = new byte[4096];
    Content rest = new Content();
    while (rest.read(waste, 0, waste.length) >= 0) {
      // Nobody wants it.
    }
  }

  private int readByte() throws IOException {
    require(1);
    return buffer[from++] & 0xff;
  }

  private void require(int count) throws IOException {
    while (to - from < count) {
      if (!fill()) {
        throw new EOFException("A body ended within a part");
      }
    }
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    int count = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, count);
    return count >= 0;
  }

  /** Returns how many bytes at the front are content for sure; 0 at the delimiter. */
  private int certain() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\r' && mayBeDelimiter(i)) {
        return i - from;
      }
    }
    return to - from;
  }

  private boolean mayBeDelimiter(int at) {
    int length = Math.min(delimiter.length, to - at);
    for (int i = 1; i < length; i++) {
      if (buffer[at + i] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  private final class Content extends InputStream {

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
      require(1);
      int certain = certain();
      while (certain == 0) {
        if (to - from >= delimiter.length) {
          return -1;
        }
        require(to - from + 1);
        certain = certain();
      }
      int count = Math.min(length, certain);
      System.arraycopy(buffer, from, bytes, offset, count);
      from += count;
      return count;
    }
  }

  private final class Bytes extends InputStream {

    @Override
    public int read() throws IOException {
      return readByte();
    }
  }
}
