package dev.charmsignals.metadata;

import dev.charmsignals.metadata.YamlNode.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the block style that charms are written in, and throws {@link NotSure} at anything else.
 *
 * <p>Understood: mappings and lists by indentation, comments, plain and quoted scalars, flow style
 * within one line. Text of several lines is passed over unread. Whatever it returns is what a YAML
 * parser reads; anchors, aliases, tags, tabs, several documents, complex or quoted keys and quotes
 * over several lines are the parser's.
 */
final class BlockScanner {

  private final String text;
  private final SourceLines lines;
  private int at;
  private int depth;

  private BlockScanner(String text) {
    this.text = text;
    this.lines = new SourceLines(text);
  }

  /** Returns the document, which is a mapping that begins in the first column. */
  static YamlNode scan(String text) {
    return new BlockScanner(text).document();
  }

  private YamlNode document() {
    skipQuietLines();
    if (at < lines.count() && isDocumentStart()) {
      at++;
      skipQuietLines();
    }
    if (at == lines.count() || lines.indent(at) != 0) {
      throw new NotSure("no mapping in the first column");
    }
    YamlNode root = mapping(1, 0, lines.start(at));
    if (at < lines.count()) {
      throw new NotSure("line outside the mapping");
    }
    return root;
  }

  private boolean isDocumentStart() {
    int start = lines.start(at);
    return text.startsWith("---", start)
        && InlineScanner.withoutSpaces(text, start, lines.end(at)) == start + 3;
  }

  /** Reads entries whose keys stand in column {@code indent}, the first at {@code position}. */
  private YamlNode mapping(int number, int indent, int position) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    int key = position;
    while (true) {
      int colon = InlineScanner.colonAfterKey(text, key, lines.end(at));
      if (colon < 0) {
        throw new NotSure("key");
      }
      String name = text.substring(key, colon);
      if (entries.put(name, value(at + 1, colon + 1, indent, true)) != null) {
        throw new NotSure("key twice");
      }
      if (isOver(indent)) {
        return YamlNode.mapping(number, entries);
      }
      key = lines.start(at) + indent;
    }
  }

  private YamlNode sequence(int number, int indent) {
    while (true) {
      int item = afterSpaces(lines.start(at) + indent + 1);
      if (lines.isDash(at, item)) {
        throw new NotSure("list in a list");
      }
      if (InlineScanner.colonAfterKey(text, item, lines.end(at)) >= 0) {
        nested();
        mapping(at + 1, item - lines.start(at), item);
        depth--;
      } else {
        value(at + 1, item, indent, false);
      }
      if (isOver(indent) || !lines.isDash(at, lines.start(at) + indent)) {
        return YamlNode.of(number, Kind.SEQUENCE);
      }
    }
  }

  /** Tells whether the next line belongs to something further out. */
  private boolean isOver(int indent) {
    skipQuietLines();
    if (at < lines.count() && lines.indent(at) > indent) {
      throw new NotSure("indentation");
    }
    return at == lines.count() || lines.indent(at) < indent;
  }

  /**
   * Reads the value that begins after {@code from}, of an entry or item in column {@code indent}.
   */
  private YamlNode value(int number, int from, int indent, boolean ofMapping) {
    int position = afterSpaces(from);
    int end = lines.end(at);
    if (position == end || text.charAt(position) == '#') {
      at++;
      return below(number, indent, ofMapping);
    }
    char c = text.charAt(position);
    if (c == '|' || c == '>') {
      return blockScalar(number, position, indent);
    }
    if (c == '"' || c == '\'' || c == '{' || c == '[') {
      YamlNode node = new InlineScanner(text, number, position, end).quotedOrFlow();
      at++;
      return node;
    }
    if (!InlineScanner.isPlainStart(c)) {
      throw new NotSure("indicator " + c);
    }
    return plain(number, position, indent);
  }

  /** Reads the value of a key or dash that has nothing behind it. */
  private YamlNode below(int number, int indent, boolean ofMapping) {
    skipQuietLines();
    if (at == lines.count() || lines.indent(at) < indent) {
      return YamlNode.of(number, Kind.NOTHING);
    }
    int inner = lines.indent(at);
    int position = lines.start(at) + inner;
    boolean isList = lines.isDash(at, position);
    if (inner == indent && !(ofMapping && isList)) {
      return YamlNode.of(number, Kind.NOTHING);
    }
    nested();
    YamlNode node = isList ? sequence(number, inner) : mapping(number, inner, position);
    depth--;
    return node;
  }

  private YamlNode plain(int number, int position, int indent) {
    int end = endOfPlain(position, lines.end(at));
    boolean commented = end < lines.end(at);
    YamlNode node =
        InlineScanner.plain(
            number, text.substring(position, InlineScanner.withoutSpaces(text, position, end)));
    at++;
    boolean several = false;
    for (int next = afterBlankLines(at);
        next < lines.count() && lines.indent(next) > indent && !lines.isComment(next);
        next = afterBlankLines(at)) {
      if (commented || endOfPlain(lines.start(next), lines.end(next)) < lines.end(next)) {
        throw new NotSure("comment within text");
      }
      several = true;
      at = next + 1;
    }
    return several ? YamlNode.of(number, Kind.UNREAD) : node;
  }

  /** Returns where the text ends and a comment begins, or {@code end}. */
  private int endOfPlain(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':' && (i + 1 == end || text.charAt(i + 1) == ' ')) {
        throw new NotSure("colon within text");
      }
      if (c == '#' && i > start && text.charAt(i - 1) == ' ') {
        return i;
      }
    }
    return end;
  }

  /** Goes past text that begins with {@code |} or {@code >}. */
  private YamlNode blockScalar(int number, int position, int indent) {
    int end = lines.end(at);
    int rest = position + 1;
    if (rest < end && (text.charAt(rest) == '-' || text.charAt(rest) == '+')) {
      rest++;
    }
    int comment = afterSpaces(rest);
    if (comment < end && (text.charAt(comment) != '#' || comment == rest)) {
      throw new NotSure("head of a block scalar");
    }
    at++;
    int first = afterBlankLines(at);
    int inner = first < lines.count() ? lines.indent(first) : 0;
    for (int blank = at; blank < first; blank++) {
      if (lines.indent(blank) > Math.max(inner, indent)) {
        throw new NotSure("spaces before a block scalar");
      }
    }
    at = first;
    while (inner > indent
        && at < lines.count()
        && (lines.isBlank(at) || lines.indent(at) >= inner)) {
      at++;
    }
    return YamlNode.of(number, Kind.UNREAD);
  }

  private int afterSpaces(int from) {
    int position = from;
    while (position < lines.end(at) && text.charAt(position) == ' ') {
      position++;
    }
    return position;
  }

  private int afterBlankLines(int from) {
    int line = from;
    while (line < lines.count() && lines.isBlank(line)) {
      line++;
    }
    return line;
  }

  private void skipQuietLines() {
    while (at < lines.count() && (lines.isBlank(at) || lines.isComment(at))) {
      at++;
    }
  }

  private void nested() {
    if (++depth > InlineScanner.DEPTH) {
      throw new NotSure("deep nesting");
    }
  }
}
