package dev.charmsignals.secret;

import java.util.Optional;

/**
 * Where a secret is: {@code secret:<id>}, or {@code secret://<model uuid>/<id>} for one of another
 * model. Knowing it gives access to nothing, so it may travel in a signal, a databag or config.
 *
 * @param uri the secret's URI; a bare id is taken too and gets its {@code secret:}
 */
public record SecretRef(String uri) {

  private static final String SCHEME = "secret:";
  private static final int ID_LENGTH = 20;

  /** Checks the URI. */
  public SecretRef {
    if (!isWellFormed(uri)) {
      throw new IllegalArgumentException(
          "\"%s\" is no reference to a secret, such as \"secret:9m4e2mr0ui3e8a215n4g\""
              .formatted(uri));
    }
    if (!uri.startsWith(SCHEME)) {
      uri = SCHEME + uri;
    }
  }

  /** Returns whether {@code text} can be a reference; for what a remote or an operator wrote. */
  public static boolean isWellFormed(String text) {
    int id = text.length() - ID_LENGTH;
    if (id < 0 || !isId(text, id)) {
      return false;
    }
    String before = text.substring(0, id);
    if (before.isEmpty() || before.equals(SCHEME)) {
      return true;
    }
    return before.startsWith("secret://")
        && before.endsWith("/")
        && isUuid(before.substring("secret://".length(), before.length() - 1));
  }

  /** Returns the 20 characters by which all URIs of one secret agree. */
  public String id() {
    return uri.substring(uri.length() - ID_LENGTH);
  }

  /** Returns the UUID of the model it is in, where that is another one. */
  public Optional<String> model() {
    int end = uri.length() - ID_LENGTH - 1;
    int start = "secret://".length();
    return end < start ? Optional.empty() : Optional.of(uri.substring(start, end));
  }

  /** Returns the URI. */
  @Override
  public String toString() {
    return uri;
  }

  private static boolean isId(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
