package dev.charmsignals.postgresql;

import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lists {@code host}, {@code hostaddr} and {@code port} of a connection string, one entry for
 * each server, matched with each other as libpq does.
 *
 * @param all what each server is reached by
 */
record Endpoints(List<Endpoint> all) {

  /**
   * One server: the host is its name, and the address saves looking it up; one of the two, or both,
   * may be empty.
   */
  record Endpoint(String host, String address, int port) {}

  /** Reads the three lists; an empty port is the default one, and a single one is everybody's. */
  static Endpoints of(Map<String, String> values) throws MalformedException {
    List<String> hosts = split(values.getOrDefault("host", ""));
    List<String> addresses = split(values.getOrDefault("hostaddr", ""));
    List<String> ports = split(values.getOrDefault("port", ""));
    int count = values.containsKey("hostaddr") ? addresses.size() : hosts.size();
    if (values.containsKey("host") && hosts.size() != count) {
      throw new MalformedException(
          hosts.size() + " hosts do not match " + count + " values of hostaddr");
    }
    if (ports.size() != 1 && ports.size() != count) {
      throw new MalformedException(ports.size() + " ports do not match " + count + " hosts");
    }
    List<Endpoint> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Endpoint(
              values.containsKey("host") ? IpLiteral.canonical(hosts.get(i)) : "",
              values.containsKey("hostaddr") ? IpLiteral.canonical(addresses.get(i)) : "",
              port(ports.get(ports.size() == 1 ? 0 : i))));
    }
    return new Endpoints(List.copyOf(all));
  }

  /** Returns what a client without a resolver of its own connects to. */
  List<Server> servers() {
    List<Server> servers = new ArrayList<>();
    for (Endpoint endpoint : all) {
      servers.add(
          new Server(endpoint.host.isEmpty() ? endpoint.address : endpoint.host, endpoint.port));
    }
    return List.copyOf(servers);
  }

  static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int comma = list.indexOf(','); comma >= 0; comma = list.indexOf(',', start)) {
      parts.add(list.substring(start, comma));
      start = comma + 1;
    }
    parts.add(list.substring(start));
    return parts;
  }

  private static int port(String text) throws MalformedException {
    int port = text.isEmpty() ? Server.DEFAULT_PORT : 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      port = c >= '0' && c <= '9' && port <= 65_535 ? 10 * port + c - '0' : Integer.MAX_VALUE / 20;
    }
    if (port < 1 || port > 65_535) {
      throw new MalformedException("a port is not a number between 1 and 65535");
    }
    return port;
  }
}
