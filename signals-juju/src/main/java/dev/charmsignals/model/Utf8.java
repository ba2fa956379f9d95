package dev.charmsignals.model;

import java.util.ArrayList;
import java.util.List;

/** Text measured and cut as Juju stores it: in UTF-8 bytes. */
final class Utf8 {

  private Utf8() {}

  /** Returns how many bytes the text takes. */
  static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += bytesAt(text, i);
    }
    return bytes;
  }

  /** Returns whether UTF-8 can carry the text: a surrogate without its other half is lost. */
  static boolean survives(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Cuts the text between code points into pieces of at most so many bytes; never none. */
  static List<String> pieces(String text, int limit) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean pair = isPair(text, i);
      int next = pair ? 4 : bytesAt(text, i);
      if (bytes + next > limit) {
        pieces.add(text.substring(start, i));
        start = i;
        bytes = 0;
      }
      bytes += next;
      if (pair) {
        i++;
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  // Each half of a pair counts two of the pair's four bytes.
  private static int bytesAt(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  private static boolean isPair(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }
}
