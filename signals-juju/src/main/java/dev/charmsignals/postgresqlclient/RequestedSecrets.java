package dev.charmsignals.postgresqlclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which parts of the answer a client wants as secrets, as JSON in the words of the interface. */
final class RequestedSecrets {

  /** What every client asks for; leaving one out has providers write it in clear. */
  static final List<String> ALWAYS =
      List.of(
          "username",
          "password",
          "tls",
          "tls-ca",
          "uris",
          "read-only-uris",
          "entity-name",
          "entity-password");

  /** What has a place of its own, and would be hidden in a secret. */
  private static final Set<String> NEVER =
      Set.of("database", "endpoints", "read-only-endpoints", "version", "prefix-databases", "data");

  private RequestedSecrets() {}

  /** Checks what a charm wants as a secret, too. */
  static void require(String name) {
    if (NEVER.contains(name) || ALWAYS.contains(name) || !isName(name)) {
      throw new DatabaseRequestException(
          "extra secret",
          name,
          "a right one is what a provider offers besides its usual answer, in lower-case letters,"
              + " digits and dashes, such as \"license-key\"");
    }
  }

  /** Returns the list as the library in Python writes it, to the byte. */
  static String text(List<String> extra) {
    List<String> all = new ArrayList<>(ALWAYS);
    all.addAll(extra);
    return "[\"" + String.join("\", \"", all) + "\"]";
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z') && (i == 0 || c != '-' && !(c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return name.length() >= 3;
  }
}
