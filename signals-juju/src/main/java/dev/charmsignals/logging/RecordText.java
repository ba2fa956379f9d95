package dev.charmsignals.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of one record, not yet fit for the log:
 *
 * <pre>{@code
 * Bus [endpoint=channel unit=b/0] <SECURITY>: parked an entry key=signal-4
 * java.lang.IllegalStateException: ...
 * }</pre>
 */
final class RecordText {

  private final StringBuilder text = new StringBuilder(128);
  private boolean inMessage;

  RecordText(String loggerName, @Nullable Map<String, String> context) {
    int dot = loggerName.lastIndexOf('.');
    boolean hasShortName = dot >= 0 && dot + 1 < loggerName.length();
    text.append(loggerName, hasShortName ? dot + 1 : 0, loggerName.length());
    if (context != null && !context.isEmpty()) {
      context(context);
    }
  }

  private void context(Map<String, String> context) {
    String[] keys = context.keySet().toArray(new String[0]);
    Arrays.sort(keys);
    char before = '[';
    text.append(' ');
    for (String key : keys) {
      text.append(before);
      keyAndValue(key, context.get(key));
      before = ' ';
    }
    text.append(']');
  }

  void marker(String marker) {
    text.append(" <").append(marker).append('>');
  }

  void message(@Nullable String message) {
    text.append(": ").append(message);
    inMessage = true;
  }

  void pair(String key, @Nullable Object value) {
    text.append(inMessage ? " " : ": ");
    keyAndValue(key, String.valueOf(value));
    inMessage = true;
  }

  CharSequence thrown(@Nullable Throwable thrown) {
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      StringBuffer lines = trace.getBuffer();
      int end = lines.length();
      while (end > 0 && lines.charAt(end - 1) <= ' ') {
        end--;
      }
      text.append('\n').append(lines, 0, end);
    }
    return text;
  }

  /**
   * What is said of a record whose own parts threw; their message may hold anything, so no word of
   * it.
   */
  static CharSequence unformattable(String loggerName, Throwable cause) {
    RecordText record = new RecordText(loggerName, null);
    record.message(
        "(a record that could not be put into words: " + cause.getClass().getName() + ")");
    return record.text;
  }

  private void keyAndValue(String key, @Nullable String value) {
    text.append(key).append('=');
    if (value == null || isBare(value)) {
      text.append(value);
      return;
    }
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\');
      }
      text.append(c);
    }
    text.append('"');
  }

  private static boolean isBare(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c == '"' || c == '=' || c == ']') {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
