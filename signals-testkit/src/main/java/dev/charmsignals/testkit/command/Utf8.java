package dev.charmsignals.testkit.command;

import java.nio.charset.StandardCharsets;

/** Decodes a settings file and refuses what Juju's YAML parser refuses to read. */
final class Utf8 {

  private Utf8() {}

  static String decode(byte[] bytes) {
    for (int i = 0; i < bytes.length; ) {
      int octet = bytes[i] & 0xFF;
      int width = width(octet);
      if (width == 0) {
        throw new CommandFailure("yaml: invalid leading UTF-8 octet");
      }
      if (i + width > bytes.length) {
        throw new CommandFailure("yaml: incomplete UTF-8 octet sequence");
      }
      int c = width == 1 ? octet : octet & (0x7F >> width);
      for (int k = 1; k < width; k++) {
        if ((bytes[i + k] & 0xC0) != 0x80) {
          throw new CommandFailure("yaml: invalid trailing UTF-8 octet");
        }
        c = c << 6 | bytes[i + k] & 0x3F;
      }
      refuse(c, width);
      i += width;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static int width(int octet) {
    if (octet < 0x80) {
      return 1;
    }
    if ((octet & 0xE0) == 0xC0) {
      return 2;
    }
    if ((octet & 0xF0) == 0xE0) {
      return 3;
    }
    return (octet & 0xF8) == 0xF0 ? 4 : 0;
  }

  private static void refuse(int c, int width) {
    boolean overlong =
        width == 2 && c < 0x80 || width == 3 && c < 0x800 || width == 4 && c < 0x10000;
    if (overlong) {
      throw new CommandFailure("yaml: invalid length of a UTF-8 sequence");
    }
    if (c >= 0xD800 && c <= 0xDFFF || c > 0x10FFFF) {
      throw new CommandFailure("yaml: invalid Unicode character");
    }
    boolean readable =
        c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c <= '~' || c == 0x85 || c >= 0xA0;
    if (!readable || c == 0xFFFE || c == 0xFFFF) {
      throw new CommandFailure("yaml: control characters are not allowed");
    }
  }
}
