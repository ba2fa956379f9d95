package dev.charmsignals.name;

/**
 * The shape of an endpoint's name: {@code [a-z][a-z0-9]*([_-][a-z0-9]+)*} (contract §3).
 *
 * <p>Checked by hand, because a regular expression costs more than reading the metadata does.
 */
public final class EndpointName {

  private EndpointName() {}

  /** Returns whether Juju takes the name for an endpoint. */
  public static boolean isWellFormed(String name) {
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      return false;
    }
    boolean separated = false;
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean separator = c == '_' || c == '-';
      if (separator ? separated : !isLetter(c) && !isDigit(c)) {
        return false;
      }
      separated = separator;
    }
    return !separated;
  }

  /**
   * Returns whether Juju keeps the name for itself: {@code juju} and {@code juju-*} (contract §7).
   */
  public static boolean isReserved(String name) {
    return name.equals("juju") || name.startsWith("juju-");
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
