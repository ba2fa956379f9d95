package dev.charmsignals.pebble.http;

import java.io.IOException;
import java.io.OutputStream;

/** What a request carries; written once. */
public interface RequestBody {

  /** Returns how many bytes that are, or -1 when it shows only at the end. */
  long length();

  /** Writes all of it. */
  void writeTo(OutputStream out) throws IOException;

  /** What is in memory. */
  static RequestBody of(byte[] bytes) {
    return new RequestBody() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
