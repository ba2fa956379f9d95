package dev.charmsignals.event;

/** Names that authors give and that stay in charm state. */
final class PlainName {

  private PlainName() {}

  /** Whether it is 1 to 64 letters, digits, dots, dashes and underscores. */
  static boolean is(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= 64;
  }
}
