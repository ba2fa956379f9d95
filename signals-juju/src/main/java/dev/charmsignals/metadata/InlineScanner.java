package dev.charmsignals.metadata;

import dev.charmsignals.metadata.YamlNode.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what stands within one line: keys, scalars, and flow style such as {@code {a: b}}. */
final class InlineScanner {

  static final int DEPTH = 20;

  private static final int KEY_LENGTH = 256;

  private final String text;
  private final int line;
  private final int end;
  private int position;

  /**
   * Starts at {@code position}.
   *
   * @param line the number that nodes get
   * @param end where the line ends
   */
  InlineScanner(String text, int line, int position, int end) {
    this.text = text;
    this.line = line;
    this.position = position;
    this.end = end;
  }

  int position() {
    return position;
  }

  /** Returns where the colon after a key is, or -1 if no key of the simple kind stands here. */
  static int colonAfterKey(String text, int position, int end) {
    if (position >= end || !isKeyStart(text.charAt(position))) {
      return -1;
    }
    int last = Math.min(end, position + KEY_LENGTH);
    for (int i = position + 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == ':' && (i + 1 == end || text.charAt(i + 1) == ' ')) {
        return i;
      }
      if (!isKeyStart(c) && ":-./@+~$".indexOf(c) < 0) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isKeyStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /** Tells whether an unquoted scalar may begin so; every indicator of YAML is left out. */
  static boolean isPlainStart(char c) {
    return isKeyStart(c) || c == '/' || c == '.' || c == '$' || c == '(' || c == '~' || c >= 0xa0;
  }

  static YamlNode plain(int line, String text) {
    boolean isNull =
        switch (text) {
          case "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
    if (!isNull && text.charAt(0) == '~') {
      throw new NotSure("scalar that begins with ~");
    }
    return isNull ? YamlNode.of(line, Kind.NOTHING) : YamlNode.scalar(line, text);
  }

  /** Reads a quoted scalar or a flow collection, which must end on this line, alone. */
  YamlNode quotedOrFlow() {
    char c = text.charAt(position);
    YamlNode node = c == '"' || c == '\'' ? quoted() : flow(0);
    int rest = position;
    skipSpaces();
    if (position < end && (text.charAt(position) != '#' || position == rest)) {
      throw new NotSure("text after a value");
    }
    return node;
  }

  private YamlNode quoted() {
    char quote = text.charAt(position++);
    StringBuilder value = new StringBuilder();
    while (position < end) {
      char c = text.charAt(position++);
      if (c == quote && quote == '\'' && position < end && text.charAt(position) == '\'') {
        position++;
        value.append('\'');
      } else if (c == quote) {
        return YamlNode.scalar(line, value.toString());
      } else if (c == '\\' && quote == '"') {
        value.append(escaped());
      } else {
        value.append(c);
      }
    }
    throw new NotSure("quote that ends on another line");
  }

  private char escaped() {
    char c = position < end ? text.charAt(position++) : ' ';
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> throw new NotSure("escape");
    };
  }

  private YamlNode flow(int depth) {
    if (depth > DEPTH) {
      throw new NotSure("deep nesting");
    }
    char close = text.charAt(position++) == '{' ? '}' : ']';
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    skipSpaces();
    boolean more = position >= end || text.charAt(position) != close;
    while (more) {
      skipSpaces();
      if (close == ']') {
        flowValue(depth);
      } else {
        int colon = colonAfterKey(text, position, end);
        if (colon < 0) {
          throw new NotSure("flow key");
        }
        String key = text.substring(position, colon);
        position = colon + 1;
        skipSpaces();
        if (entries.put(key, flowValue(depth)) != null) {
          throw new NotSure("key twice");
        }
      }
      skipSpaces();
      more = position < end && text.charAt(position) == ',';
      if (more) {
        position++;
      }
    }
    if (position >= end || text.charAt(position) != close) {
      throw new NotSure("flow collection that ends on another line");
    }
    position++;
    return close == ']' ? YamlNode.of(line, Kind.SEQUENCE) : YamlNode.mapping(line, entries);
  }

  private YamlNode flowValue(int depth) {
    char c = position < end ? text.charAt(position) : ' ';
    if (c == '"' || c == '\'') {
      return quoted();
    }
    if (c == '{' || c == '[') {
      return flow(depth + 1);
    }
    if (!isPlainStart(c)) {
      throw new NotSure("flow value");
    }
    int start = position;
    while (position < end && ",]}".indexOf(text.charAt(position)) < 0) {
      if ("[{:#?\"'".indexOf(text.charAt(position)) >= 0) {
        throw new NotSure("flow value");
      }
      position++;
    }
    return plain(line, text.substring(start, withoutSpaces(text, start, position)));
  }

  static int withoutSpaces(String text, int start, int end) {
    int last = end;
    while (last > start && text.charAt(last - 1) == ' ') {
      last--;
    }
    return last;
  }

  private void skipSpaces() {
    while (position < end && text.charAt(position) == ' ') {
      position++;
    }
  }
}
