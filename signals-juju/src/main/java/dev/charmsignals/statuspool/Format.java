package dev.charmsignals.statuspool;

/** Fills values into a format, once over: a value that looks like a place stays as it is. */
final class Format {

  private Format() {}

  /** Replaces {@code {0}} by the first value and so on; what names no value stays. */
  static String fill(String format, String... values) {
    StringBuilder text = new StringBuilder(format.length() + 32);
    for (int i = 0; i < format.length(); i++) {
      int place = place(format, i);
      if (place >= 0 && place < values.length) {
        text.append(values[place]);
        i += 2;
      } else {
        text.append(format.charAt(i));
      }
    }
    return text.toString();
  }

  private static int place(String format, int at) {
    boolean braces =
        format.charAt(at) == '{' && at + 2 < format.length() && format.charAt(at + 2) == '}';
    return braces ? format.charAt(at + 1) - '0' : -1;
  }
}
