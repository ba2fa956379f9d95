package dev.charmsignals.model;

import dev.charmsignals.logging.LogText;

/**
 * Makes the message of a status fit to be shown.
 *
 * <p>Charms put into it what remote units signal. That must neither forge lines of {@code juju
 * status} nor make the command impossible: no program can be started with a NUL or more than 128
 * KiB in an argument, and a hook that fails of it would fail each time it is retried. Whoever sets
 * a status need not use it; it is for those who keep messages or put several into one.
 */
public final class StatusText {

  /** More than anybody reads, and far below what can be handed over. */
  static final int MOST = 4 * 1024;

  private StatusText() {}

  /** Returns the message on one line, with control characters spelt out, and not endless. */
  public static String fit(String message) {
    if (isPlain(message)) {
      return message;
    }
    int end = Math.min(message.length(), MOST);
    if (end < message.length() && Character.isHighSurrogate(message.charAt(end - 1))) {
      end--;
    }
    StringBuilder line = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = message.charAt(i);
      line.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
    String visible = LogText.visible(line);
    return end == message.length()
        ? visible
        : visible + "... (cut, " + message.length() + " characters in all)";
  }

  /** Saves the common message from being copied, and the hook from loading what copies it. */
  private static boolean isPlain(String message) {
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return message.length() <= MOST;
  }
}
