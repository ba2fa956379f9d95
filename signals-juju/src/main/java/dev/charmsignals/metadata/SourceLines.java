package dev.charmsignals.metadata;

import java.util.Arrays;

/** The lines of a document, with their indentation; refuses characters that need a real parser. */
final class SourceLines {

  private final String text;
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int[] indents = new int[128];
  private int count;

  SourceLines(String text) {
    this.text = text;
    int start = 0;
    int length = text.length();
    while (start < length) {
      int next = text.indexOf('\n', start);
      int end = next < 0 ? length : next;
      int content = end > start && text.charAt(end - 1) == '\r' && next >= 0 ? end - 1 : end;
      add(start, content);
      start = end + 1;
    }
  }

  private void add(int start, int end) {
    int indent = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isOrdinary(c)) {
        throw new NotSure("character " + (int) c);
      }
      if (indent < 0 && c != ' ') {
        indent = i - start;
      }
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      indents = Arrays.copyOf(indents, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    indents[count] = indent < 0 ? end - start : indent;
    count++;
  }

  /** No tab, no control character, no line break of Unicode's, no byte order mark. */
  private static boolean isOrdinary(char c) {
    return c >= ' ' && c < 0x7f
        || c >= 0xa0 && c < 0x2028
        || c > 0x2029 && c < 0xfeff
        || c > 0xfeff && c < 0xfffe;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  int end(int line) {
    return ends[line];
  }

  /** Returns the number of spaces the line begins with; all of them when it is blank. */
  int indent(int line) {
    return indents[line];
  }

  boolean isBlank(int line) {
    return starts[line] + indents[line] == ends[line];
  }

  boolean isComment(int line) {
    return !isBlank(line) && text.charAt(starts[line] + indents[line]) == '#';
  }

  /** Tells whether a list item begins at {@code position} of the line. */
  boolean isDash(int line, int position) {
    return position < ends[line]
        && text.charAt(position) == '-'
        && (position + 1 == ends[line] || text.charAt(position + 1) == ' ');
  }
}
