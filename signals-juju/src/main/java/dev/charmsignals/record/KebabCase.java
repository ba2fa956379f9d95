package dev.charmsignals.record;

/** Names as Juju's keys and options write them; for whoever writes components of records. */
public final class KebabCase {

  private KebabCase() {}

  /** Turns {@code maxConnections}, {@code tlsCA} and {@code READ_ONLY} into words with dashes. */
  public static String of(String name) {
    StringBuilder kebab = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        kebab.append('-');
        continue;
      }
      if (Character.isUpperCase(c) && i > 0 && beginsWord(name, i)) {
        kebab.append('-');
      }
      kebab.append(Character.toLowerCase(c));
    }
    return kebab.toString();
  }

  /** Of several capitals only the last one begins a word, and only before a small letter. */
  private static boolean beginsWord(String name, int i) {
    char before = name.charAt(i - 1);
    if (before == '_') {
      return false;
    }
    return !Character.isUpperCase(before)
        || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
  }
}
