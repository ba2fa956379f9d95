package dev.charmsignals.pebble.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A body of several parts, such as a file with what is said about it. Written once. */
public final class MultipartBody implements RequestBody {

  private final String boundary = newBoundary();
  private final List<Part> parts = new ArrayList<>();

  private record Part(byte[] head, InputStream content, long length) {}

  /** Adds a part. */
  public MultipartBody add(String disposition, String contentType, byte[] content) {
    return add(disposition, contentType, new ByteArrayInputStream(content), content.length);
  }

  /**
   * Adds a part that is read when it is sent.
   *
   * @param length how long it is, or -1
   */
  public MultipartBody add(
      String disposition, String contentType, InputStream content, long length) {
    String head =
        (parts.isEmpty() ? "--" : "\r\n--")
            + boundary
            + "\r\nContent-Type: "
            + contentType
            + "\r\nContent-Disposition: "
            + disposition
            + "\r\n\r\n";
    parts.add(new Part(head.getBytes(StandardCharsets.UTF_8), content, length));
    return this;
  }

  /** Returns the media type, which tells what stands between the parts. */
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** Returns a name as it may stand between quotes in a disposition. */
  public static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public long length() {
    long length = end().length;
    for (Part part : parts) {
      if (part.length < 0) {
        return -1;
      }
      length += part.head.length + part.length;
    }
    return length;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (Part part : parts) {
      out.write(part.head);
      long sent = 0;
      for (int n = read(part, buffer); n >= 0; n = read(part, buffer)) {
        out.write(buffer, 0, n);
        sent += n;
        if (part.length >= 0 && sent > part.length) {
          break;
        }
      }
      if (part.length >= 0 && sent != part.length) {
        throw new UnreadableSourceException(
            new IOException("Its length changed from " + part.length + " bytes meanwhile"));
      }
    }
    out.write(end());
  }

  private static int read(Part part, byte[] buffer) throws IOException {
    try {
      return part.content.read(buffer);
    } catch (IOException e) {
      throw new UnreadableSourceException(e);
    }
  }

  private byte[] end() {
    return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String newBoundary() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StringBuilder boundary = new StringBuilder(48);
    for (int i = 0; i < 48; i++) { // the daemon wants 32 at least
      boundary.append(Character.forDigit(random.nextInt(16), 16));
    }
    return boundary.toString();
  }
}
