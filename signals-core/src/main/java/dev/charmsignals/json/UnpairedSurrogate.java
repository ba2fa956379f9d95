package dev.charmsignals.json;

/** Looks for half a character in a string: text that cannot be written as UTF-8. */
public final class UnpairedSurrogate {

  private UnpairedSurrogate() {}

  /** Returns where the first surrogate without its other half stands, or -1. */
  public static int in(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean paired = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (!paired) {
        return i;
      }
      i++;
    }
    return -1;
  }
}
