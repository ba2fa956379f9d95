package dev.charmsignals.testkit.command;

import java.util.Comparator;

/** The two orders in which Juju prints keys. */
final class KeyOrder {

  /** By the bytes of UTF-8, as in JSON output; that is by code point. */
  static final Comparator<String> BYTEWISE = KeyOrder::compareBytewise;

  /** With numbers by value, as in YAML output: {@code a2} before {@code a10}. */
  static final Comparator<String> NATURAL = KeyOrder::compareNaturally;

  private KeyOrder() {}

  private static int compareBytewise(String a, String b) {
    int same = commonPrefix(a, b);
    if (same == a.length() || same == b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    return Integer.compare(codePointAt(a, same), codePointAt(b, same));
  }

  private static int compareNaturally(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    int at = 0;
    while (at < left.length && at < right.length && left[at] == right[at]) {
      at++;
    }
    if (at == left.length || at == right.length) {
      return Integer.compare(left.length, right.length);
    }
    boolean leftLetter = Character.isLetter(left[at]);
    boolean rightLetter = Character.isLetter(right[at]);
    if (leftLetter || rightLetter) {
      if (leftLetter && rightLetter) {
        return Integer.compare(left[at], right[at]);
      }
      return leftLetter ? 1 : -1; // a letter comes after anything else
    }
    // A zero that continues a number is not a leading zero: 10 and 1 then differ by digits.
    long head = continuesNumber(left, right, at) ? 1 : 0;
    int leftEnd = digitsEnd(left, at);
    int rightEnd = digitsEnd(right, at);
    int byNumber = Long.compare(number(left, at, leftEnd, head), number(right, at, rightEnd, head));
    if (byNumber != 0) {
      return byNumber;
    }
    return leftEnd != rightEnd
        ? Integer.compare(leftEnd, rightEnd)
        : Integer.compare(left[at], right[at]);
  }

  private static boolean continuesNumber(int[] left, int[] right, int at) {
    if (left[at] != '0' && right[at] != '0') {
      return false;
    }
    for (int i = at - 1; i >= 0 && Character.isDigit(left[i]); i--) {
      if (left[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int digitsEnd(int[] text, int from) {
    int end = from;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private static long number(int[] text, int from, int to, long head) {
    long number = head;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text[i] - '0');
    }
    return number;
  }

  private static int commonPrefix(String a, String b) {
    int same = 0;
    while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }

  private static int codePointAt(String text, int at) {
    boolean second = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return text.codePointAt(second ? at - 1 : at);
  }
}
