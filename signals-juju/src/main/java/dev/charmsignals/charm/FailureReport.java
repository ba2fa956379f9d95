package dev.charmsignals.charm;

import dev.charmsignals.hooktools.HookTools;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** The stack trace of a failed hook, as lines for the Juju log. */
final class FailureReport {

  static final String HEADLINE = "The hook failed; nothing of it is committed";

  /** Far below what Linux takes as one argument, in the worst case of four bytes a character. */
  private static final int PIECE_LENGTH = 16 * 1024;

  private FailureReport() {}

  /** Writes the stack trace to the Juju log at ERROR, or to the last resort when that fails. */
  static void write(HookTools tools, Throwable failure) {
    try {
      for (String piece : pieces(text(HEADLINE, failure))) {
        tools.jujuLog("ERROR", piece);
      }
    } catch (RuntimeException alsoFailed) {
      LastResort.write(text(HEADLINE, failure));
      LastResort.write(text("The Juju log refused to take that", alsoFailed));
    }
  }

  /**
   * Returns the stack trace with every line after the first indented, so that no message in it can
   * pass for a line of the log, and with control characters made visible.
   */
  static String text(String headline, Throwable failure) {
    StringWriter trace = new StringWriter();
    try (PrintWriter writer = new PrintWriter(trace)) {
      failure.printStackTrace(writer);
    }
    StringBuilder text = new StringBuilder(headline).append(": ");
    for (char c : trace.toString().strip().toCharArray()) {
      if (c == '\n') {
        text.append("\n  ");
      } else if (c == '\t') {
        text.append("  ");
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        text.append('?');
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Cuts at line ends where a line is not longer than a piece. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > PIECE_LENGTH) {
      int end = text.lastIndexOf('\n', start + PIECE_LENGTH);
      int next = end + 1;
      if (end <= start) {
        end = start + PIECE_LENGTH;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
          end--;
        }
        next = end;
      }
      pieces.add(text.substring(start, end));
      start = next;
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}
