package dev.charmsignals.postgresql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code host:port,host:port} as the other side of a relation writes it, which may be
 * anything: what is no server is passed over.
 *
 * <p>A server without a port has PostgreSQL's. An IPv6 address may lack the brackets that it should
 * have. Hosts are names and addresses; no sockets, as nobody offers those to another machine.
 */
public final class ServerList {

  /** How many servers are read. */
  private static final int MOST = 100;

  private static final int LONGEST_HOST = 255;

  private ServerList() {}

  /** Returns the servers in their order, each once; empty when there are none. */
  public static List<Server> read(String list) {
    Map<String, Server> servers = new LinkedHashMap<>(); // by text, which loads less than by value
    int start = 0;
    while (start <= list.length() && servers.size() < MOST) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      add(list.substring(start, end).strip(), servers);
      start = end + 1;
    }
    return List.copyOf(servers.values());
  }

  private static void add(String text, Map<String, Server> servers) {
    int bracket = text.lastIndexOf(']');
    int colon = text.indexOf(':', Math.max(bracket, 0));
    int last = text.lastIndexOf(':');
    if (bracket < 0 && colon != last && !IpLiteral.isIpv6(text.substring(0, last))) {
      last = text.length(); // an address that ends in no port
    }
    boolean hasPort = last > bracket && last < text.length();
    int port = hasPort ? port(text.substring(last + 1)) : Server.DEFAULT_PORT;
    String host = hasPort ? text.substring(0, last) : text;
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
      if (!IpLiteral.isIpv6(host)) {
        return;
      }
    }
    if (port > 0 && isHost(host)) {
      servers.putIfAbsent(host.concat(" ").concat(Integer.toString(port)), new Server(host, port));
    }
  }

  private static boolean isHost(String host) {
    if (host.isEmpty() || host.length() > LONGEST_HOST) {
      return false;
    }
    if (host.indexOf(':') >= 0) {
      return IpLiteral.isIpv6(host) && host.indexOf('%') < 0;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** Returns the port, or 0 if it is none. */
  private static int port(String digits) {
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || port > 65_535) {
        return 0;
      }
      port = 10 * port + c - '0';
    }
    return port > 65_535 ? 0 : port;
  }
}
