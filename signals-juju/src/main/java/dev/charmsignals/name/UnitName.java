package dev.charmsignals.name;

/**
 * The name of a unit, such as {@code mysql/0}.
 *
 * <p>Names of remote units are what this unit's agent calls them: a cross-model relation shows
 * {@code remote-<32 hex digits>/0} on its offering side, so a name identifies a unit only within
 * one relation as seen from one unit (contract §5.9).
 *
 * @param value the name as Juju writes it
 */
public record UnitName(String value) implements Comparable<UnitName> {

  /** Checks that {@code value} is an application name, a slash and a number. */
  public UnitName {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "Unit name \"%s\" is not an application and a number, such as \"mysql/0\""
              .formatted(value));
    }
  }

  /** Returns whether {@code text} is an application name, a slash and a number. */
  public static boolean isWellFormed(String text) {
    int slash = text.indexOf('/');
    return slash >= 1 && isNumber(text, slash + 1);
  }

  /** Returns the application this unit belongs to. */
  public String application() {
    return value.substring(0, value.indexOf('/'));
  }

  /** Returns the unit's number within its application. */
  public int number() {
    return Integer.parseInt(value.substring(value.indexOf('/') + 1));
  }

  /** Orders by name as Juju does: as text, so {@code a/10} comes before {@code a/2}. */
  @Override
  public int compareTo(UnitName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name as Juju writes it. */
  @Override
  public String toString() {
    return value;
  }

  private static boolean isNumber(String text, int from) {
    if (from >= text.length() || text.length() - from > 9) {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
