package dev.charmsignals.logging;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes text fit for people to read in the Juju log: nothing invisible, nothing that passes for
 * another record. Used by the session, and by whoever shows text of unknown origin elsewhere.
 *
 * <p>A record begins at the start of a line, and every further line of it is indented, so text from
 * outside that contains a line break cannot pose as a record of its own.
 */
public final class LogText {

  /** Begins every line of a record but its first. */
  static final String INDENT = "    ";

  /** Begins every piece but the first of a record that needs several calls. */
  static final String CONTINUED = INDENT + "(continued) ";

  /** What is left of a record that goes on without end. */
  static final int RECORD_CHARS = 256 * 1024;

  private LogText() {}

  /**
   * Returns the text with further lines indented, control and direction characters spelt out as
   * {@code \}{@code u001b}, and lone surrogates replaced.
   */
  public static String visible(CharSequence raw) {
    int end = withoutTrailingSpace(raw);
    int length = Math.min(end, RECORD_CHARS);
    StringBuilder out = new StringBuilder(length + 16);
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      if (c >= ' ' && c < 0x7f || c == '\t') {
        out.append(c);
      } else if (c == '\n') {
        out.append('\n').append(INDENT);
      } else if (c == '\r' && i + 1 < length && raw.charAt(i + 1) == '\n') {
        continue; // a line break of another system: the next character breaks the line
      } else if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(raw.charAt(i + 1))) {
        out.append(c).append(raw.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append('\ufffd');
      } else if (misleads(c)) {
        appendEscape(out, c);
      } else {
        out.append(c);
      }
    }
    if (end > length) {
      out.append("... (cut, ").append(end).append(" characters in all)");
    }
    return out.toString();
  }

  private static int withoutTrailingSpace(CharSequence raw) {
    int end = raw.length();
    while (end > 0 && " \t\r\n".indexOf(raw.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Control characters, Unicode's own line breaks, and marks that turn the reading direction. */
  private static boolean misleads(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff;
  }

  private static void appendEscape(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((c >> shift) & 0xf, 16));
    }
  }

  /** Returns the number of bytes in UTF-8; a lone surrogate counts as one replacement. */
  static int utf8Length(CharSequence text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  /**
   * Cuts visible text into pieces of at most {@code maxBytes} in UTF-8, between code points.
   *
   * <p>Each piece but the first says that it continues, so it cannot pose as a record either.
   */
  public static List<String> pieces(String text, int maxBytes) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      int width = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (bytes + width > maxBytes) {
        pieces.add(piece(text, start, i));
        start = i;
        bytes = CONTINUED.length();
      }
      bytes += width;
      i += Character.charCount(codePoint);
    }
    pieces.add(piece(text, start, i));
    return pieces;
  }

  private static String piece(String text, int start, int end) {
    String piece = text.substring(start, end);
    return start == 0 ? piece : CONTINUED + piece;
  }
}
