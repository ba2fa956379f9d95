package dev.charmsignals.hooktools;

import java.util.Locale;

/**
 * Ports that a unit opens: one, several in a row, or all of ICMP.
 *
 * @param from the first port, from 0; 0 for ICMP
 * @param to the last port, up to 65535; 0 for ICMP
 * @param protocol whose ports
 */
public record PortRange(int from, int to, Protocol protocol) implements Comparable<PortRange> {

  /** What can be let through. */
  public enum Protocol {
    /** TCP. */
    TCP,
    /** UDP. */
    UDP,
    /** ICMP, which has no ports. */
    ICMP;

    /** Returns Juju's word. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the bounds. */
  public PortRange {
    if (from < 0 || to > 65535 || from > to || (protocol == Protocol.ICMP && to != 0)) {
      throw new IllegalArgumentException(
          "%d-%d/%s is no range of ports, such as 80/tcp, 8000-8010/udp or icmp"
              .formatted(from, to, protocol.word()));
    }
  }

  /** One port of TCP. */
  public static PortRange tcp(int port) {
    return new PortRange(port, port, Protocol.TCP);
  }

  /** Several ports of TCP, the last included. */
  public static PortRange tcp(int from, int to) {
    return new PortRange(from, to, Protocol.TCP);
  }

  /** One port of UDP. */
  public static PortRange udp(int port) {
    return new PortRange(port, port, Protocol.UDP);
  }

  /** Several ports of UDP, the last included. */
  public static PortRange udp(int from, int to) {
    return new PortRange(from, to, Protocol.UDP);
  }

  /** All of ICMP. */
  public static PortRange icmp() {
    return new PortRange(0, 0, Protocol.ICMP);
  }

  /**
   * Reads {@code 80}, {@code 80/tcp}, {@code 8000-8010/udp} or {@code icmp}.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  public static PortRange parse(String text) {
    if (text.equals("icmp")) {
      return icmp();
    }
    int slash = text.indexOf('/');
    String ports = slash < 0 ? text : text.substring(0, slash);
    Protocol protocol = Protocol.TCP;
    if (slash >= 0 && !text.endsWith("/tcp")) {
      if (!text.endsWith("/udp")) {
        throw new IllegalArgumentException(
            "\"%s\" is no range of ports, such as 80/tcp, 8000-8010/udp or icmp".formatted(text));
      }
      protocol = Protocol.UDP;
    }
    int dash = ports.indexOf('-');
    int from = Integer.parseInt(dash < 0 ? ports : ports.substring(0, dash));
    return new PortRange(
        from, dash < 0 ? from : Integer.parseInt(ports.substring(dash + 1)), protocol);
  }

  /** Returns whether it is more than one port. */
  public boolean isSeveral() {
    return from != to;
  }

  /** Returns whether both name at least one port of the same protocol. */
  public boolean overlaps(PortRange other) {
    return protocol == other.protocol && from <= other.to && other.from <= to;
  }

  /** Orders by protocol, then by first and last port. */
  @Override
  public int compareTo(PortRange other) {
    int order = protocol.compareTo(other.protocol);
    order = order != 0 ? order : Integer.compare(from, other.from);
    return order != 0 ? order : Integer.compare(to, other.to);
  }

  /** Returns Juju's text, such as {@code 80/tcp}. */
  @Override
  public String toString() {
    if (protocol == Protocol.ICMP) {
      return protocol.word();
    }
    return (isSeveral() ? from + "-" + to : Integer.toString(from)) + "/" + protocol.word();
  }
}
