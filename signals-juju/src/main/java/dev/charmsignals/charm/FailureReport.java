package dev.charmsignals.charm;

import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.logging.LogText;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The stack trace of a failed hook, as lines for the Juju log. */
final class FailureReport {

  static final String HEADLINE = "The hook failed; nothing of it is committed";

  /** Far below the 128 KiB that Linux takes as one argument (contract §3). */
  private static final int PIECE_BYTES = 32 * 1024;

  private FailureReport() {}

  /** Writes the stack trace to the Juju log at ERROR, or to the last resort when that fails. */
  static void write(HookTools tools, Throwable failure) {
    try {
      for (String piece : LogText.pieces(text(HEADLINE, failure), PIECE_BYTES)) {
        tools.jujuLog("ERROR", piece);
      }
    } catch (RuntimeException alsoFailed) {
      LastResort.write(text(HEADLINE, failure));
      LastResort.write(text("The Juju log refused to take that", alsoFailed));
    }
  }

  /** Returns the stack trace, made visible as every record of the log is. */
  static String text(String headline, Throwable failure) {
    StringWriter trace = new StringWriter().append(headline).append(": ");
    try (PrintWriter writer = new PrintWriter(trace)) {
      failure.printStackTrace(writer);
    }
    return LogText.visible(trace.getBuffer());
  }
}
