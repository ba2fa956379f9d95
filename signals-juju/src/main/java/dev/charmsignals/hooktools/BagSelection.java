package dev.charmsignals.hooktools;

/**
 * How much of a databag is worth reading, because a remote may have written anything.
 *
 * @param keyPrefix what the keys of interest begin with; others are read past
 * @param maxValueBytes the longest value to keep, in bytes of UTF-8
 * @param maxKeys how many of these keys to keep or name, in the order in which they come
 */
public record BagSelection(String keyPrefix, int maxValueBytes, int maxKeys) {

  /** The longest key that is ever selected, in bytes of UTF-8. */
  public static final int MAX_KEY_BYTES = 256;

  /** Checks that the bounds are not negative. */
  public BagSelection {
    if (maxValueBytes < 0 || maxKeys < 0) {
      throw new IllegalArgumentException(
          "A selection of values up to " + maxValueBytes + " bytes and " + maxKeys + " keys");
    }
  }
}
