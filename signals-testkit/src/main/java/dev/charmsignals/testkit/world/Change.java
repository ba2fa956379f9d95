package dev.charmsignals.testkit.world;

import java.util.Optional;

/**
 * One key that a commit changed.
 *
 * @param where {@code channel:7 panel/0} for a databag, {@code state} for charm state
 * @param key the key
 * @param before its value until then, if it had one
 * @param after its value from then on, or empty if it was deleted
 */
public record Change(String where, String key, Optional<String> before, Optional<String> after) {

  private static final int SHOWN = 120;

  /** Returns {@code channel:7 panel/0 key=value}, long values shortened. */
  @Override
  public String toString() {
    return where + " " + key + after.map(value -> "=" + shortened(value)).orElse(" deleted");
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN
        ? value
        : value.substring(0, SHOWN) + "… (" + value.length() + " characters)";
  }
}
