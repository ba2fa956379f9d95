package dev.charmsignals.hooktools;

import java.util.Set;

/**
 * How much of a databag is worth reading, because a remote may have written anything.
 *
 * @param keyPrefix what the keys of interest begin with; others are read past
 * @param keys the keys of interest; if there are none, all with the prefix are
 * @param maxValueBytes the longest value to keep, in bytes of UTF-8
 * @param maxKeys how many of these keys to keep or name, in the order in which they come
 * @param maxBytes how many bytes of UTF-8 the kept values may have together; what does not fit is
 *     left out, and a shorter one after it may still be kept
 */
public record BagSelection(
    String keyPrefix, Set<String> keys, int maxValueBytes, int maxKeys, long maxBytes) {

  /** The longest key that is ever selected, in bytes of UTF-8. */
  public static final int MAX_KEY_BYTES = 256;

  /** Copies the keys, and checks that the bounds are not negative. */
  public BagSelection {
    keys = Set.copyOf(keys);
    if (maxValueBytes < 0 || maxKeys < 0 || maxBytes < 0) {
      throw new IllegalArgumentException(
          "A selection of values up to "
              + maxValueBytes
              + " bytes, "
              + maxBytes
              + " together, and "
              + maxKeys
              + " keys");
    }
  }

  /** Selects without a bound to all values together, other than what their number makes of it. */
  public BagSelection(String keyPrefix, Set<String> keys, int maxValueBytes, int maxKeys) {
    this(keyPrefix, keys, maxValueBytes, maxKeys, Long.MAX_VALUE);
  }

  /** Selects the keys with a prefix. */
  public BagSelection(String keyPrefix, int maxValueBytes, int maxKeys) {
    this(keyPrefix, Set.of(), maxValueBytes, maxKeys);
  }

  /** Selects these keys and no others. */
  public static BagSelection of(Set<String> keys, int maxValueBytes) {
    return new BagSelection("", keys, maxValueBytes, keys.size());
  }

  /** Selects every key, as far as so many bytes and keys go. */
  public static BagSelection everything(int maxBytes, int maxKeys) {
    return new BagSelection("", Set.of(), maxBytes, maxKeys, maxBytes);
  }

  /** Returns whether there is no key that it does not ask for, how long it may be. */
  boolean isOfEverything() {
    return keys.isEmpty() && keyPrefix.isEmpty();
  }

  boolean selects(String key) {
    return keys.isEmpty() ? key.startsWith(keyPrefix) : keys.contains(key);
  }
}
