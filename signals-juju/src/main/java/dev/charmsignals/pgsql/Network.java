package dev.charmsignals.pgsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A network as both sides of a relation write them: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or
 * an address alone.
 *
 * <p>Read by hand, because Java's addresses bring name resolution with them.
 *
 * @param bits how long its addresses are: 32 or 128
 * @param high the first 64 bits of the address, which are 0 for one of 32 bits
 * @param low the last 64 bits
 * @param prefix how many bits all addresses of it share
 */
record Network(int bits, long high, long low, int prefix) {

  private static final int GROUPS = 8;

  /** Returns the items of a list with commas between, without blanks and empty ones. */
  static List<String> split(String list) {
    List<String> items = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(list, ",");
    while (tokens.hasMoreTokens()) {
      String item = tokens.nextToken().strip();
      if (!item.isEmpty()) {
        items.add(item);
      }
    }
    return items;
  }

  /**
   * Returns whether each wanted network is a part of a granted one. What is not an address counts
   * as granted where the same text is.
   */
  static boolean cover(String granted, List<String> wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    List<String> grants = split(granted);
    List<Network> networks = new ArrayList<>();
    for (String grant : grants) {
      Optional<Network> network = parse(grant);
      if (network.isPresent()) {
        networks.add(network.get());
      }
    }
    for (String each : wanted) {
      Optional<Network> network = parse(each);
      if (!(network.isPresent() ? network.get().isIn(networks) : grants.contains(each))) {
        return false;
      }
    }
    return true;
  }

  /** Reads one; empty when it is none. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean long128 = address.indexOf(':') >= 0;
    int bits = long128 ? 128 : 32;
    int prefix = slash < 0 ? bits : number(text, slash + 1, text.length(), 10, bits);
    int[] groups = long128 ? groups(address) : null;
    long low = long128 ? 0 : dotted(address);
    if (prefix < 0 || low < 0 || long128 && groups == null) {
      return Optional.empty();
    }
    return Optional.of(
        groups == null
            ? new Network(bits, 0, low, prefix)
            : new Network(bits, join(groups, 0), join(groups, 4), prefix));
  }

  private boolean isIn(List<Network> networks) {
    for (Network network : networks) {
      if (network.contains(this)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether all addresses of the other are addresses of this one. */
  boolean contains(Network other) {
    if (bits != other.bits || prefix > other.prefix) {
      return false;
    }
    int shared = prefix + 128 - bits; // as if both were the end of a long address
    return ((high ^ other.high) & mask(Math.min(shared, 64))) == 0
        && ((low ^ other.low) & mask(Math.max(shared - 64, 0))) == 0;
  }

  private static long mask(int ones) {
    return ones == 0 ? 0 : -1L << 64 - ones;
  }

  private static long join(int[] groups, int from) {
    long joined = 0;
    for (int i = from; i < from + 4; i++) {
      joined = joined << 16 | groups[i];
    }
    return joined;
  }

  /** Reads {@code 10.0.0.1}; negative when it is none. */
  private static long dotted(String text) {
    long value = 0;
    int start = 0;
    for (int part = 0; part < 4; part++) {
      int dot = text.indexOf('.', start);
      int end = part == 3 ? text.length() : dot;
      int number = end < 0 ? -1 : number(text, start, end, 10, 255);
      if (number < 0) {
        return -1;
      }
      value = value << 8 | number;
      start = end + 1;
    }
    return value;
  }

  /** Reads {@code 2001:db8::10.0.0.1}; null when it is none. */
  private static int @Nullable [] groups(String text) {
    int[] groups = new int[GROUPS];
    int count = 0;
    int gap = -1;
    int start = 0;
    if (text.startsWith("::")) {
      gap = 0;
      start = 2;
    }
    while (start < text.length()) {
      int colon = text.indexOf(':', start);
      int end = colon < 0 ? text.length() : colon;
      long tail = colon < 0 && text.indexOf('.', start) > 0 ? dotted(text.substring(start)) : -1;
      int group = tail < 0 ? number(text, start, end, 16, 0xffff) : (int) (tail >>> 16);
      if (group < 0 || count + (tail < 0 ? 1 : 2) > GROUPS) {
        return null;
      }
      groups[count++] = group;
      if (tail >= 0) {
        groups[count++] = (int) tail & 0xffff;
      }
      start = end + 1;
      if (colon >= 0 && text.startsWith(":", start)) {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        start++;
      } else if (colon >= 0 && start == text.length()) {
        return null;
      }
    }
    if (gap < 0 ? count != GROUPS : count == GROUPS) {
      return null;
    }
    if (gap >= 0) {
      System.arraycopy(groups, gap, groups, GROUPS - (count - gap), count - gap);
      for (int i = gap; i < GROUPS - (count - gap); i++) {
        groups[i] = 0;
      }
    }
    return groups;
  }

  /**
   * Reads a number of at most so much; negative when it is none. Zeroes in front of a decimal one
   * make it octal for some, so it is none.
   */
  private static int number(String text, int start, int end, int radix, int most) {
    boolean octal = radix == 10 && end - start > 1 && text.charAt(start) == '0';
    if (start >= end || end - start > 4 || octal) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value > most ? -1 : value;
  }
}
