package dev.charmsignals.gob;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as a protocol description writes them: hexadecimal, and text in quotes. */
final class WireText {

  private WireText() {}

  static byte[] bytes(String... lines) {
    var bytes = new ByteArrayOutputStream();
    String all = String.join(" ", lines);
    int at = 0;
    while (at < all.length()) {
      char c = all.charAt(at);
      if (c == ' ') {
        at++;
      } else if (c == '"') {
        int end = all.indexOf('"', at + 1);
        bytes.writeBytes(all.substring(at + 1, end).getBytes(StandardCharsets.UTF_8));
        at = end + 1;
      } else {
        bytes.write(Integer.parseInt(all, at, at + 2, 16));
        at += 2;
      }
    }
    return bytes.toByteArray();
  }
}
