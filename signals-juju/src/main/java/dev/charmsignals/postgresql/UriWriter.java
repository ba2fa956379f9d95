package dev.charmsignals.postgresql;

import java.util.List;
import java.util.Map;

/**
 * Writes the form {@code postgresql://user:password@host:port/dbname?keyword=value}.
 *
 * <p>The parameters are sorted. A password without a user is one of them, and so is {@code
 * hostaddr}, since the host stays what a certificate is checked against.
 */
final class UriWriter {

  private final Map<String, String> values;
  private final StringBuilder out = new StringBuilder("postgresql://");

  private UriWriter(Map<String, String> values) {
    this.values = values;
  }

  /** Writes values that are sorted by keyword and of which none is empty. */
  static String write(Map<String, String> values) {
    UriWriter writer = new UriWriter(values);
    writer.credentials();
    writer.hosts();
    writer.database();
    writer.parameters();
    return writer.out.toString();
  }

  private void credentials() {
    String user = values.get("user");
    if (user == null) {
      return;
    }
    out.append(Percent.encode(user));
    String password = values.get("password");
    if (password != null) {
      out.append(':').append(Percent.encode(password));
    }
    out.append('@');
  }

  private void hosts() {
    List<String> hosts = Endpoints.split(values.getOrDefault("host", ""));
    List<String> ports = Endpoints.split(values.getOrDefault("port", ""));
    for (int i = 0; i < Math.max(hosts.size(), ports.size()); i++) {
      if (i > 0) {
        out.append(',');
      }
      host(i < hosts.size() ? hosts.get(i) : "");
      String port = ports.get(ports.size() == 1 ? 0 : i);
      if (!port.isEmpty()) {
        out.append(':').append(port);
      }
    }
  }

  private void host(String host) {
    if (IpLiteral.isIpv6(host)) {
      out.append('[').append(address(IpLiteral.canonical(host))).append(']');
    } else {
      out.append(Percent.encode(host));
    }
  }

  private static String address(String literal) {
    int percent = literal.indexOf('%');
    return percent < 0
        ? literal
        : literal.substring(0, percent) + Percent.encode(literal.substring(percent));
  }

  private void database() {
    String database = values.get("dbname");
    if (database != null) {
      out.append('/').append(Percent.encode(database));
    }
  }

  private void parameters() {
    char separator = '?';
    for (Map.Entry<String, String> entry : values.entrySet()) {
      if (isParameter(entry.getKey())) {
        out.append(separator).append(entry.getKey()).append('=');
        out.append(Percent.encode(entry.getValue()));
        separator = '&';
      }
    }
  }

  private boolean isParameter(String keyword) {
    return switch (keyword) {
      case "host", "port", "dbname", "user" -> false;
      case "password" -> !values.containsKey("user");
      default -> true;
    };
  }
}
