package dev.charmsignals.testkit.command;

/**
 * In which styles a text may be written in YAML, found by one look at all its characters.
 *
 * @param plain without quotes, in a block
 * @param single in single quotes
 * @param literal as an indented block behind {@code |}
 * @param multiline whether it holds a line break of any kind
 */
record YamlShape(boolean plain, boolean single, boolean literal, boolean multiline) {

  static YamlShape of(String text) {
    if (text.isEmpty()) {
      return new YamlShape(true, true, false, false);
    }
    boolean indicators = text.startsWith("---") || text.startsWith("...");
    boolean special = false;
    boolean breaks = false;
    boolean breakThenSpace = false;
    boolean spaceThenBreak = false;
    int previous = '\n';
    boolean first = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean blankFollows = i >= text.length() || isBlank(text.charAt(i));
      indicators |= first ? startsSyntax(c, blankFollows) : isSyntax(c, previous, blankFollows);
      special |= !isPrintable(c);
      if (isBreak(c)) {
        breaks = true;
        spaceThenBreak |= !first && previous == ' ';
      } else if (c == ' ') {
        breakThenSpace |= !first && isBreak(previous);
      }
      previous = c;
      first = false;
    }
    int start = text.codePointAt(0);
    boolean ragged = isEdge(start) || isEdge(previous);
    boolean escapes = spaceThenBreak || special;
    return new YamlShape(
        !ragged && !breakThenSpace && !escapes && !breaks && !indicators,
        !breakThenSpace && !escapes,
        !escapes && previous != ' ',
        breaks);
  }

  static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Returns whether Juju's library writes the character as it is; beyond U+FFFF it does not. */
  static boolean isPrintable(int c) {
    return c == '\n'
        || c >= ' ' && c <= '~'
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF;
  }

  private static boolean isEdge(int c) {
    return c == ' ' || isBreak(c);
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  private static boolean startsSyntax(int c, boolean blankFollows) {
    return switch (c) {
      case '#', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> true;
      case '?', ':', '-' -> blankFollows;
      default -> false;
    };
  }

  private static boolean isSyntax(int c, int previous, boolean blankFollows) {
    return c == ':' && blankFollows
        || c == '#' && (isBlank(previous) || isBreak(previous) || previous == 0);
  }
}
