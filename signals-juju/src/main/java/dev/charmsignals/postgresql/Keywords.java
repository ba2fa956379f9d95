package dev.charmsignals.postgresql;

import dev.charmsignals.json.MalformedException;
import java.util.Set;

/** The names of a connection string's parts. */
final class Keywords {

  /** Those whose values may be shown, if they look harmless. */
  private static final Set<String> SHOWN =
      Set.of(
          "host",
          "hostaddr",
          "port",
          "dbname",
          "user",
          "application_name",
          "fallback_application_name",
          "connect_timeout",
          "sslmode",
          "sslrootcert",
          "gssencmode",
          "target_session_attrs",
          "load_balance_hosts",
          "client_encoding");

  private Keywords() {}

  /** Returns whether values of the keyword are no secrets; false for one that is not known. */
  static boolean isShown(String keyword) {
    return SHOWN.contains(keyword);
  }

  /**
   * Checks the shape, {@code [A-Za-z0-9_.-]+}; which keywords there are is for the client that
   * connects, as each version of libpq knows others.
   */
  static void require(String keyword) throws MalformedException {
    if (keyword.isEmpty()) {
      throw new MalformedException("a keyword is empty");
    }
    for (int i = 0; i < keyword.length(); i++) {
      if (!isPart(keyword.charAt(i))) {
        throw new MalformedException("a keyword holds more than letters, digits and _");
      }
    }
  }

  static boolean isPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-';
  }
}
