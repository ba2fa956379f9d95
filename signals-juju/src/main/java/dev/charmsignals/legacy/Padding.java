package dev.charmsignals.legacy;

/**
 * The characters that readers take off the end of a text again, and that make two equal texts
 * differ, without which nobody would be woken.
 *
 * <p>The Python library adds one or none in turn, so that two emissions between two looks come to
 * the same text. Readers take off any number, so up to seven are added here, one more each time,
 * and eight emissions in a row differ.
 */
final class Padding {

  /** One of them, U+203B. */
  static final char PAD = '\u203b';

  private static final int FORMS = 8;

  private Padding() {}

  /** Returns what was emitted, of what stands in a bag. */
  static String strip(String padded) {
    return padded.substring(0, padded.length() - count(padded));
  }

  /**
   * Returns the text so that it differs from what stands in the bag, and from what stood there the
   * six times before.
   *
   * @param shown what readers see now; empty for nothing
   */
  static String next(String text, String shown) {
    int pads = shown.isEmpty() ? 0 : (count(shown) + 1) % FORMS;
    return text.concat(String.valueOf(PAD).repeat(pads));
  }

  private static int count(String padded) {
    int count = 0;
    while (count < padded.length() && padded.charAt(padded.length() - 1 - count) == PAD) {
      count++;
    }
    return count;
  }
}
