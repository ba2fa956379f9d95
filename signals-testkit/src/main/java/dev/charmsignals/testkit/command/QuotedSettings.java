package dev.charmsignals.testkit.command;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the plainest kind of settings file quickly: lines of {@code "key": "value"} in ASCII, each
 * scalar double-quoted, as careful charms write them. For anything else there is {@link
 * YamlSettings}, which reads these in the same way.
 */
final class QuotedSettings {

  /** Beyond this the parser would not find the colon. */
  private static final int LONGEST_KEY = 1000;

  private final byte[] file;
  private int at;
  private boolean plain = true;

  private QuotedSettings(byte[] file) {
    this.file = file;
  }

  /** Returns the settings, or empty when the file is not so plain. */
  static Optional<Map<String, String>> parse(byte[] file) {
    return new QuotedSettings(file).settings();
  }

  private Optional<Map<String, String>> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    while (plain && at < file.length) {
      int start = at;
      String key = quoted();
      plain &= at - start <= LONGEST_KEY;
      expect(':');
      expect(' ');
      String value = quoted();
      expect('\n');
      plain &= settings.putIfAbsent(key, value) == null;
    }
    return plain && !settings.isEmpty() ? Optional.of(settings) : Optional.empty();
  }

  private void expect(char c) {
    plain &= at < file.length && file[at++] == c;
  }

  private String quoted() {
    expect('"');
    int start = at;
    while (at < file.length && file[at] >= ' ' && file[at] < 0x7F) {
      if (file[at] == '\\') {
        return escaped(start);
      }
      if (file[at] == '"') {
        return new String(file, start, at++ - start, StandardCharsets.US_ASCII);
      }
      at++;
    }
    plain = false;
    return "";
  }

  private String escaped(int start) {
    StringBuilder text = new StringBuilder(2 * (at - start) + 16);
    for (int i = start; i < at; i++) {
      text.append((char) file[i]);
    }
    while (plain && at < file.length && file[at] >= ' ' && file[at] < 0x7F) {
      char c = (char) file[at++];
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escape() : c);
    }
    plain = false;
    return "";
  }

  private char escape() {
    char c = at < file.length ? (char) file[at++] : ' ';
    if (c == '"' || c == '\\') {
      return c;
    }
    plain &= c == 'u' && at + 4 <= file.length;
    int code = 0;
    for (int end = at + 4; plain && at < end; at++) {
      int digit = Character.digit(file[at], 16);
      plain &= digit >= 0;
      code = code << 4 | digit & 15;
    }
    plain &= !Character.isSurrogate((char) code);
    return (char) code;
  }
}
