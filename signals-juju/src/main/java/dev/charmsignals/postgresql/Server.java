package dev.charmsignals.postgresql;

/**
 * One place where a server may listen, out of the list that a connection string holds.
 *
 * @param host a host's name, an address (IPv6 without brackets), the directory of a Unix socket, or
 *     empty for what the client takes by default: its own machine
 * @param port the port, 1 to 65535
 */
public record Server(String host, int port) {

  /** The port of PostgreSQL, where a connection string names none. */
  public static final int DEFAULT_PORT = 5432;

  /** Checks the port and that the host can stand in a list; takes brackets off an address. */
  public Server {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "Port %d of a server is not between 1 and 65535, such as 5432".formatted(port));
    }
    if (host.indexOf(',') >= 0) {
      throw new IllegalArgumentException(
          ("Host \"%s\" of a server is not one host, such as \"10.0.0.1\"; a connection string takes a"
                  + " list of servers")
              .formatted(host));
    }
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
  }

  /**
   * Whether the host is the directory of a Unix socket, or an abstract one. libpq connects to these
   * and the driver for Java does not.
   */
  public boolean isSocket() {
    return host.startsWith("/") || host.startsWith("@");
  }

  /** Returns {@code host:port}, with an IPv6 address in brackets. */
  @Override
  public String toString() {
    return (IpLiteral.isIpv6(host) ? "[" + host + "]" : host) + ":" + port;
  }
}
