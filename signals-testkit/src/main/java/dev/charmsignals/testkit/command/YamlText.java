package dev.charmsignals.testkit.command;

/** YAML text that grows: knows the column, folds long scalars at 80 columns, escapes. */
final class YamlText {

  private static final int WIDTH = 80;

  private final StringBuilder out = new StringBuilder();
  private int column;
  private boolean space = true; // nothing or white space was written last
  private boolean indention = true; // only indention and dashes so far in this line

  /** Returns whether a nested collection may begin in the line that is being written. */
  boolean atIndention() {
    return indention;
  }

  /** Goes to a column at the beginning of a line, a new one if something stands in this one. */
  void indent(int indent) {
    if (!indention || column > indent || column == indent && !space) {
      lineBreak();
    }
    while (column < indent) {
      put(' ');
    }
    space = true;
    indention = true;
  }

  /** Writes a dash, a question mark or a colon that stands at the beginning of a line. */
  void indicator(char indicator) {
    separate();
    put(indicator);
    space = false;
  }

  /** Writes the colon behind a key. */
  void colon() {
    put(':');
    space = false;
    indention = false;
  }

  /** Writes an empty collection. */
  void token(String token) {
    separate();
    token.codePoints().forEach(this::put);
    done();
  }

  void plain(String text, boolean fold, int indent) {
    separate();
    folded(text, fold, indent, false);
    done();
  }

  void singleQuoted(String text, boolean fold, int indent) {
    separate();
    put('\'');
    space = false;
    indention = false;
    folded(text, fold, indent, true);
    put('\'');
    done();
  }

  void doubleQuoted(String text, boolean fold, int indent) {
    separate();
    put('"');
    space = false;
    indention = false;
    // Juju's library takes a byte order mark in front for one at every character.
    boolean escapeAll = text.startsWith("\uFEFF");
    boolean spaces = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      boolean inside = i > 0 && i + width < text.length();
      if (escapeAll || isEscaped(c)) {
        YamlEscape.of(c).chars().forEach(this::put);
        spaces = false;
      } else if (c == ' ' && fold && !spaces && column > WIDTH && inside) {
        indent(indent);
        if (text.charAt(i + 1) == ' ') {
          put('\\');
        }
        spaces = true;
      } else {
        put(c);
        spaces = c == ' ';
      }
      i += width;
    }
    put('"');
    done();
  }

  void literal(String text, int indent) {
    separate();
    put('|');
    int first = text.charAt(0);
    if (first == ' ' || YamlShape.isBreak(first)) {
      put('2');
    }
    int last = text.length() - 1;
    if (!YamlShape.isBreak(text.charAt(last))) {
      put('-');
    } else if (last == 0 || YamlShape.isBreak(text.charAt(last - 1))) {
      put('+');
    }
    lineBreak();
    space = true;
    boolean breaks = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (YamlShape.isBreak(c)) {
        textBreak(c);
      } else {
        if (breaks) {
          indent(indent);
        }
        put(c);
        indention = false;
      }
      breaks = YamlShape.isBreak(c);
    }
  }

  /** Ends the last line. */
  void endLine() {
    if (column > 0) {
      lineBreak();
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Writes a text in which a line break is doubled and a space of a long line may become one. */
  private void folded(String text, boolean fold, int indent, boolean quoted) {
    boolean spaces = false;
    boolean breaks = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      i += width;
      boolean inside = !quoted || i > width && i < text.length();
      if (c == ' ') {
        boolean single = i >= text.length() || text.charAt(i) != ' ';
        if (fold && !spaces && column > WIDTH && single && inside) {
          indent(indent);
        } else {
          put(c);
        }
        spaces = true;
      } else if (YamlShape.isBreak(c)) {
        textBreak(c); // a line feed never comes here
        breaks = true;
      } else {
        if (breaks) {
          indent(indent);
        }
        if (quoted && c == '\'') {
          put(c);
        }
        put(c);
        indention = false;
        spaces = false;
        breaks = false;
      }
    }
  }

  private static boolean isEscaped(int c) {
    return c == '"' || c == '\\' || YamlShape.isBreak(c) || !YamlShape.isPrintable(c);
  }

  private void separate() {
    if (!space) {
      put(' ');
    }
  }

  private void done() {
    space = false;
    indention = false;
  }

  private void put(int c) {
    out.appendCodePoint(c);
    column++;
  }

  private void lineBreak() {
    out.append('\n');
    column = 0;
    indention = true;
  }

  private void textBreak(int c) {
    out.appendCodePoint(c);
    column = 0;
    indention = true;
  }
}
