package dev.charmsignals.testkit.command;

import java.util.Comparator;

/**
 * Ports a unit opens: one, several in a row, or all of ICMP.
 *
 * @param from the first port; -1 for ICMP
 * @param to the last port, {@code from} or more; -1 for ICMP
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}
 */
public record PortRange(int from, int to, String protocol) implements Comparable<PortRange> {

  private static final Comparator<PortRange> ORDER =
      Comparator.comparing(PortRange::protocol)
          .thenComparingInt(PortRange::from)
          .thenComparingInt(PortRange::to);

  /** Returns whether both name at least one port of the same protocol. */
  public boolean overlaps(PortRange other) {
    return protocol.equals(other.protocol) && from <= other.to && other.from <= to;
  }

  /** Orders by protocol, then by first and last port. */
  @Override
  public int compareTo(PortRange other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code 80/tcp}, {@code 8000-8999/tcp} or {@code icmp}, as opened-ports prints it. */
  @Override
  public String toString() {
    if (protocol.equals("icmp")) {
      return protocol;
    }
    return (from == to ? Integer.toString(from) : from + "-" + to) + "/" + protocol;
  }
}
