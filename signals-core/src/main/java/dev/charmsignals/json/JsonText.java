package dev.charmsignals.json;

/** Walks over JSON text, as RFC 8259 has it and not a word more, and takes it apart. */
final class JsonText {

  /** What {@link #next} returns at the end of the text; as a character, no JSON may hold it. */
  static final char END = '\0';

  private final String text;
  private int at;

  JsonText(String text) {
    this.text = text;
  }

  /** Passes over white space and returns the character that follows, without passing over it. */
  char next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
      at++;
    }
    return END;
  }

  boolean hasEnded() {
    return next() == END && at == text.length();
  }

  /** Passes over a character if it comes next, and says whether it did. */
  boolean skip(char expected) {
    if (next() != expected) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char expected) throws MalformedException {
    if (!skip(expected)) {
      throw notJson();
    }
  }

  /** Passes over {@code true}, {@code false} or {@code null}. */
  void expect(String word) throws MalformedException {
    if (!text.startsWith(word, at)) {
      throw notJson();
    }
    at += word.length();
  }

  /** Passes over a string and returns what it says. */
  String string() throws MalformedException {
    expect('"');
    int plain = at; // where the run of characters begins that can be copied as they are
    StringBuilder unescaped = null;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return unescaped == null
            ? text.substring(plain, at - 1)
            : unescaped.append(text, plain, at - 1).toString();
      }
      if (c == '\\') {
        unescaped = unescaped == null ? new StringBuilder(at - plain + 16) : unescaped;
        unescaped.append(text, plain, at - 1).append(escape());
        plain = at;
      } else if (c < ' ') {
        throw notJson();
      }
    }
    throw notJson();
  }

  private char escape() throws MalformedException {
    char kind = at < text.length() ? text.charAt(at++) : END;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw notJson();
    };
  }

  private char unicode() throws MalformedException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? hex(text.charAt(at++)) : -1;
      if (digit < 0) {
        throw notJson();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Not {@code Character.digit}, which takes the digits of every script. */
  private static int hex(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    int letter = c | 0x20; // in lower case
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  /** Passes over a number and returns it as it is written. */
  String number() throws MalformedException {
    int start = at;
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    int whole = at;
    digits();
    if (at - whole > 1 && text.charAt(whole) == '0') {
      throw notJson();
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      digits();
    }
    return text.substring(start, at);
  }

  private void digits() throws MalformedException {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw notJson();
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static MalformedException notJson() {
    return new MalformedException("is not JSON");
  }
}
