package dev.charmsignals.postgresql;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Addresses as text. Nothing here asks a name server. */
final class IpLiteral {

  private IpLiteral() {}

  /**
   * Returns the one spelling that an address has among all that it could have (RFC 5952), and what
   * is no IPv6 address as it is. A zone, such as {@code %eth0}, stays.
   */
  static String canonical(String host) {
    int percent = host.indexOf('%');
    String address = percent < 0 ? host : host.substring(0, percent);
    byte[] bytes = ipv6(address);
    return bytes == null ? host : compress(bytes) + host.substring(address.length());
  }

  /** Returns whether the host needs brackets in front of a port. */
  static boolean isIpv6(String host) {
    int percent = host.indexOf('%');
    return ipv6(percent < 0 ? host : host.substring(0, percent)) != null;
  }

  private static byte @Nullable [] ipv6(String text) {
    if (text.indexOf(':') < 0 || text.startsWith(".")) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
        return null;
      }
    }
    try {
      // Begins with a digit or a colon and has a colon: a literal or an error, and never a name
      // that is looked up.
      InetAddress address = InetAddress.getByName(text);
      return address instanceof Inet6Address ? address.getAddress() : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static String compress(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }
    int start = longestRunOfZeroes(groups);
    int end = start;
    while (start >= 0 && end < 8 && groups[end] == 0) {
      end++;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        out.append("::");
        i = end - 1;
        continue;
      }
      if (i > 0 && i != end) {
        out.append(':');
      }
      out.append(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }

  /** Returns where the first of the longest runs of two or more zeroes starts, or -1. */
  private static int longestRunOfZeroes(int[] groups) {
    int best = -1;
    int longest = 1;
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        best = i;
        longest = end - i;
      }
    }
    return best;
  }
}
