package dev.charmsignals.secret;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a secret says: texts under keys. Prints its keys and never a value.
 *
 * @param values the texts by key
 */
public record SecretContent(SortedMap<String, String> values) {

  /** How much one value, and all together, may take as Base64 (contract §2.17). */
  static final int LIMIT = 1_000_000;

  /** Copies the values. */
  public SecretContent {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Content of one key. */
  public static SecretContent of(String key, String value) {
    return of(Map.of(key, value));
  }

  /** Content of several keys. */
  public static SecretContent of(Map<String, String> values) {
    return new SecretContent(new TreeMap<>(values));
  }

  /** Returns this and one key more. */
  public SecretContent and(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return of(more);
  }

  /** Returns the text under a key. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * Checks that Juju can keep it; called before Juju is asked to.
   *
   * @throws SecretContentException naming the key that is wrong, or whose value is
   */
  public void requireStorable() {
    if (values.isEmpty()) {
      throw new SecretContentException("", "is empty; a secret says something");
    }
    long total = 0;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String key = entry.getKey();
      if (!isKey(key)) {
        throw new SecretContentException(
            key,
            "has a key that is not three or more lower-case letters and digits, with single dashes"
                + " between them and a letter first, such as \"admin-password\"");
      }
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(entry.getValue())) {
        throw new SecretContentException(
            key, "has a value with half a surrogate pair; write binary values as Base64");
      }
      total += base64(entry.getValue());
      if (total > LIMIT) {
        throw new SecretContentException(
            key, "takes more than %d bytes as Base64 with this value; keep less".formatted(LIMIT));
      }
    }
  }

  /** Returns the keys alone. */
  @Override
  public String toString() {
    return "SecretContent" + values.keySet();
  }

  private static long base64(String value) {
    return (value.getBytes(StandardCharsets.UTF_8).length + 2L) / 3 * 4;
  }

  /** By hand, so that a hook with a secret needs no regular expression. */
  private static boolean isKey(String key) {
    int alphanumeric = 0;
    boolean dash = true; // as if one came before, because none may come first
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '-' ? dash : !isLetter(c) && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
      dash = c == '-';
      alphanumeric += dash ? 0 : 1;
    }
    return alphanumeric >= 3 && !dash;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
