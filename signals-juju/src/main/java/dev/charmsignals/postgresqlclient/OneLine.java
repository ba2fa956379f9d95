package dev.charmsignals.postgresqlclient;

/** Text of a remote as it may be shown: on one line, and not too long. */
final class OneLine {

  private static final int LONGEST = 200;

  private OneLine() {}

  static String of(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
    for (int i = 0; i < text.length(); i++) {
      if (line.length() >= LONGEST) {
        if (Character.isHighSurrogate(line.charAt(line.length() - 1))) {
          line.setLength(line.length() - 1);
        }
        return line.append('…').toString();
      }
      char c = text.charAt(i);
      // Also what separates lines and paragraphs, and what turns the direction of writing.
      int type = Character.getType(c);
      boolean shown =
          !Character.isISOControl(c)
              && type != Character.FORMAT
              && type != Character.LINE_SEPARATOR
              && type != Character.PARAGRAPH_SEPARATOR;
      line.append(shown ? c : ' ');
    }
    return line.toString().strip();
  }
}
