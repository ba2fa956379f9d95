package dev.charmsignals.pebble.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a request, a response, or a part of a multipart body.
 *
 * @param start the first line; empty for a part
 * @param headers the values by name in lower case
 */
public record HttpHead(String start, Map<String, String> headers) {

  private static final int MAX_BYTES = 64 * 1024;

  /** Keeps a copy of the headers. */
  public HttpHead {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Reads a head that begins with a line of its own; empty at the end of the stream. */
  public static Optional<HttpHead> read(InputStream in) throws IOException {
    Lines lines = new Lines(in);
    if (!lines.next()) {
      return Optional.empty();
    }
    String start = lines.line();
    return Optional.of(new HttpHead(start, lines.headers()));
  }

  /** Reads a head of nothing but headers. */
  static HttpHead readPart(InputStream in) throws IOException {
    return new HttpHead("", new Lines(in).headers());
  }

  /** Returns a header's value, by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Returns the media type without its parameters, in lower case. */
  public String mediaType() {
    String value = headers.getOrDefault("content-type", "");
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the status of a response. */
  public int status() throws IOException {
    // HTTP/1.1 200 OK
    if (start.startsWith("HTTP/1.") && start.length() >= 12 && start.charAt(8) == ' ') {
      int status = 0;
      for (int i = 9; i < 12; i++) {
        int digit = start.charAt(i) - '0';
        status = digit < 0 || digit > 9 ? -1000 : status * 10 + digit;
      }
      if (status >= 100) {
        return status;
      }
    }
    throw new NotHttpException("The answer does not begin as one of HTTP/1.1");
  }

  private static final class Lines {

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    private int total;

    Lines(InputStream in) {
      this.in = in;
    }

    /** Reads a line; false when the stream ends before it begins. */
    boolean next() throws IOException {
      line.reset();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          if (line.size() == 0) {
            return false;
          }
          throw new EOFException("The connection ended within a head");
        }
        if (++total > MAX_BYTES) {
          throw new NotHttpException("A head is longer than 64 KiB");
        }
        line.write(c);
      }
      return true;
    }

    String line() {
      String text = line.toString(StandardCharsets.UTF_8);
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    Map<String, String> headers() throws IOException {
      Map<String, String> headers = new LinkedHashMap<>();
      while (true) {
        if (!next()) {
          throw new EOFException("The connection ended within a head");
        }
        String text = line();
        if (text.isEmpty()) {
          return headers;
        }
        int colon = text.indexOf(':');
        if (colon <= 0) {
          throw new NotHttpException("A head has a line that is no header");
        }
        String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.merge(name, text.substring(colon + 1).strip(), (one, two) -> one + ", " + two);
      }
    }
  }
}
