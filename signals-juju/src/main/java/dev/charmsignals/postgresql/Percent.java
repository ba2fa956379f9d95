package dev.charmsignals.postgresql;

import dev.charmsignals.json.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as libpq reads it: of UTF-8, and a {@code +} is a {@code +}. */
final class Percent {

  private static final String HEX = "0123456789ABCDEF";

  private Percent() {}

  /** Encodes all but letters, digits and {@code _ . - ~}. */
  static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  /**
   * Decodes one part, of which {@code at} is where it stands in the whole text. Spaces around it
   * are no part of it, and those within have to be encoded, as newer versions of libpq want it.
   */
  static String decode(String encoded, int at) throws MalformedException {
    String text = trim(encoded);
    if (text.indexOf(' ') >= 0) {
      throw new MalformedException("the part at character " + at + " has a space; write %20");
    }
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        out.write(octet(bytes, i, at));
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("the part at character " + at + " is not UTF-8 once decoded");
    }
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (start < end && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  private static int octet(byte[] bytes, int percent, int at) throws MalformedException {
    int high = percent + 1 < bytes.length ? Character.digit(bytes[percent + 1], 16) : -1;
    int low = percent + 2 < bytes.length ? Character.digit(bytes[percent + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new MalformedException(
          "the part at character " + at + " has a % without two hexadecimal digits; write %25");
    }
    if (high == 0 && low == 0) {
      throw new MalformedException("the part at character " + at + " holds the forbidden %00");
    }
    return high << 4 | low;
  }

  private static boolean isUnreserved(char c) {
    return Keywords.isPart(c) || c == '~';
  }
}
