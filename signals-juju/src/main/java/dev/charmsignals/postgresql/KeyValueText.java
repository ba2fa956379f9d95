package dev.charmsignals.postgresql;

import dev.charmsignals.json.MalformedException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form {@code host=h password='two words'}, read as libpq's {@code conninfo_parse} does.
 *
 * <p>Blanks may surround the equals sign. A backslash takes the next character as it is, inside of
 * quotes and outside. Of a keyword that comes twice the last value counts.
 */
final class KeyValueText {

  private final String text;
  private int at;

  private KeyValueText(String text) {
    this.text = text;
  }

  static Map<String, String> read(String text) throws MalformedException {
    return new KeyValueText(text).pairs();
  }

  /** Writes the pairs in their order; a value is quoted if it is empty or holds a blank. */
  static String write(Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      if (out.length() > 0) {
        out.append(' ');
      }
      out.append(entry.getKey()).append('=');
      writeValue(entry.getValue(), out);
    }
    return out.toString();
  }

  static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static void writeValue(String value, StringBuilder out) {
    boolean quoted = value.isEmpty();
    for (int i = 0; i < value.length(); i++) {
      quoted |= isBlank(value.charAt(i));
    }
    if (quoted) {
      out.append('\'');
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' || c == '\'') {
        out.append('\\');
      }
      out.append(c);
    }
    if (quoted) {
      out.append('\'');
    }
  }

  private Map<String, String> pairs() throws MalformedException {
    Map<String, String> pairs = new LinkedHashMap<>();
    skipBlanks();
    while (at < text.length()) {
      String keyword = keyword();
      skipBlanks();
      pairs.put(keyword, at < text.length() && text.charAt(at) == '\'' ? quoted() : unquoted());
      skipBlanks();
    }
    return pairs;
  }

  private String keyword() throws MalformedException {
    int start = at;
    while (at < text.length() && text.charAt(at) != '=' && !isBlank(text.charAt(at))) {
      at++;
    }
    String keyword = text.substring(start, at);
    skipBlanks();
    if (at == text.length() || text.charAt(at) != '=') {
      throw new MalformedException(
          "missing \"=\" after the word at character " + start + ", or missing quotes around it");
    }
    at++;
    return keyword;
  }

  private String unquoted() {
    StringBuilder value = new StringBuilder();
    while (at < text.length() && !isBlank(text.charAt(at))) {
      takeOne(value);
    }
    return value.toString();
  }

  private String quoted() throws MalformedException {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      if (text.charAt(at) == '\'') {
        at++;
        return value.toString();
      }
      takeOne(value);
    }
    throw new MalformedException("unterminated quoted string at character " + start);
  }

  private void takeOne(StringBuilder value) {
    if (text.charAt(at) == '\\') {
      at++;
    }
    if (at < text.length()) {
      value.append(text.charAt(at++));
    }
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }
}
