package dev.charmsignals.hooktools;

import java.nio.charset.StandardCharsets;

/**
 * Walks over JSON in UTF-8 without turning it into objects.
 *
 * <p>A string is first measured and only decoded when asked for, so that a value of many megabytes
 * costs a pass over its bytes and no memory.
 */
final class JsonCursor {

  private static final int REPLACEMENT = 0xFFFD;

  private final byte[] json;
  private int at;

  // The string last passed over: its bytes between the quotes, and what they decode to.
  private int start;
  private int end;
  private int length;
  private boolean escaped;

  JsonCursor(byte[] json) {
    this.json = json;
  }

  /** Passes over white space and returns the byte that follows, or -1 at the end. */
  int peek() {
    while (at < json.length) {
      byte b = json[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
      at++;
    }
    return -1;
  }

  /** Passes over {@code expected} if it comes next, and says whether it did. */
  boolean skip(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char expected) throws MalformedAnswerException {
    if (!skip(expected)) {
      throw malformed("Expected '" + expected + "'");
    }
  }

  /** Passes over a word such as {@code null} if it comes next, and says whether it did. */
  boolean skipWord(String word) {
    peek();
    if (json.length - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (json[at + i] != word.charAt(i)) {
        return false;
      }
    }
    at += word.length();
    return true;
  }

  void expectEnd() throws MalformedAnswerException {
    if (peek() != -1) {
      throw malformed("Expected the end");
    }
  }

  /** Passes over a string and measures it. */
  void string() throws MalformedAnswerException {
    expect('"');
    start = at;
    length = 0;
    escaped = false;
    while (at < json.length) {
      byte b = json[at];
      if (b == '"') {
        end = at++;
        return;
      }
      if (b == '\\') {
        escaped = true;
        length += utf8Length(escape());
      } else if (b >= 0 && b < ' ') {
        throw malformed("A control character is not escaped");
      } else {
        at++;
        length++;
      }
    }
    throw malformed("A string does not end");
  }

  /** Passes over any value; of what is no string, only the brackets are looked at. */
  void skipValue() throws MalformedAnswerException {
    int open = 0;
    do {
      int next = peek();
      if (next == -1) {
        throw malformed("A value does not end");
      } else if (next == '"') {
        string();
      } else {
        open += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
        at++;
      }
    } while (open > 0 || !atEndOfValue());
  }

  private boolean atEndOfValue() {
    int next = peek();
    return next == ',' || next == '}' || next == ']' || next == -1;
  }

  /** Returns how many bytes of UTF-8 the string decodes to; what is no UTF-8 counts as it is. */
  int length() {
    return length;
  }

  /** Decodes the string last passed over. */
  String decode() throws MalformedAnswerException {
    if (!escaped) {
      return new String(json, start, end - start, StandardCharsets.UTF_8);
    }
    byte[] decoded = new byte[length];
    int size = 0;
    int after = at;
    at = start;
    while (at < end) {
      if (json[at] == '\\') {
        size = put(escape(), decoded, size);
      } else {
        decoded[size++] = json[at++];
      }
    }
    at = after;
    return new String(decoded, StandardCharsets.UTF_8);
  }

  /** Passes over an escape and returns its code point; half a surrogate pair is U+FFFD. */
  private int escape() throws MalformedAnswerException {
    if (at + 1 >= json.length) {
      throw malformed("An escape does not end");
    }
    byte kind = json[at + 1];
    at += 2;
    switch (kind) {
      case '"':
      case '\\':
      case '/':
        return kind;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return unicode();
      default:
        throw malformed("There is no such escape");
    }
  }

  private int unicode() throws MalformedAnswerException {
    int unit = hex();
    if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
      return unit;
    }
    if (unit <= Character.MAX_HIGH_SURROGATE
        && at + 1 < json.length
        && json[at] == '\\'
        && json[at + 1] == 'u') {
      int before = at;
      at += 2;
      int low = hex();
      if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
        return Character.toCodePoint((char) unit, (char) low);
      }
      at = before;
    }
    return REPLACEMENT;
  }

  private int hex() throws MalformedAnswerException {
    if (json.length - at < 4) {
      throw malformed("An escape does not end");
    }
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(json[at], 16);
      if (digit < 0) {
        throw malformed("An escape is not hexadecimal");
      }
      at++;
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static int utf8Length(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private static int put(int codePoint, byte[] target, int at) {
    int length = utf8Length(codePoint);
    if (length == 1) {
      target[at] = (byte) codePoint;
      return at + 1;
    }
    int rest = codePoint;
    for (int i = length - 1; i > 0; i--) {
      target[at + i] = (byte) (0x80 | rest & 0x3F);
      rest >>= 6;
    }
    target[at] = (byte) (0xF00 >> length | rest);
    return at + length;
  }

  private MalformedAnswerException malformed(String what) {
    return new MalformedAnswerException(what, at);
  }
}
