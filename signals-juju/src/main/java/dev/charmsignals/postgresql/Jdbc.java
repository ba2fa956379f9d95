package dev.charmsignals.postgresql;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Tells the driver for Java what libpq's keywords say, as far as both know it. */
final class Jdbc {

  /** libpq's keywords, each followed by the driver's name for the same. */
  private static final String[] SAME = {
    "user", "user",
    "password", "password",
    "application_name", "ApplicationName",
    "connect_timeout", "connectTimeout",
    "options", "options",
    "sslmode", "sslmode",
    "sslrootcert", "sslrootcert",
    "sslcert", "sslcert",
    "sslkey", "sslkey",
    "sslpassword", "sslpassword",
    "channel_binding", "channelBinding",
    "gssencmode", "gssEncMode",
    "krbsrvname", "kerberosServerName",
    "gsslib", "gsslib",
    "replication", "replication",
  };

  private Jdbc() {}

  static String url(Optional<String> database, Map<String, String> values, Endpoints endpoints) {
    boolean named = "verify-full".equals(values.get("sslmode"));
    StringBuilder url = new StringBuilder("jdbc:postgresql://");
    for (Endpoints.Endpoint endpoint : endpoints.all()) {
      if (url.charAt(url.length() - 1) != '/') {
        url.append(',');
      }
      url.append(host(endpoint, named)).append(':').append(endpoint.port());
    }
    return url.append('/').append(Percent.encode(database.orElse(""))).toString();
  }

  static Properties properties(Map<String, String> values) {
    Properties properties = new Properties();
    for (int i = 0; i < SAME.length; i += 2) {
      String value = values.get(SAME[i]);
      if (value != null) {
        properties.setProperty(SAME[i + 1], value);
      }
    }
    String application = values.get("fallback_application_name");
    if (application != null) {
      properties.putIfAbsent("ApplicationName", application);
    }
    if (values.containsKey("keepalives")) {
      properties.setProperty("tcpKeepAlive", String.valueOf(!"0".equals(values.get("keepalives"))));
    }
    for (TargetSession target : TargetSession.values()) {
      if (target.libpq().equals(values.get("target_session_attrs"))) {
        properties.setProperty("targetServerType", target.driver());
      }
    }
    if ("random".equals(values.get("load_balance_hosts"))) {
      properties.setProperty("loadBalanceHosts", "true");
    }
    // With a root certificate libpq checks the server's, whereas the driver would not.
    if ("require".equals(values.get("sslmode")) && values.containsKey("sslrootcert")) {
      properties.setProperty("sslmode", "verify-ca");
    }
    return properties;
  }

  /** A certificate names the host; where none is checked, the address saves looking it up. */
  private static String host(Endpoints.Endpoint endpoint, boolean named) {
    boolean byName = endpoint.address().isEmpty() || named && !endpoint.host().isEmpty();
    String host = byName ? endpoint.host() : endpoint.address();
    if (host.isEmpty()) {
      return "localhost";
    }
    // The driver decodes no host: one that has to be encoded is one that cannot be found.
    return IpLiteral.isIpv6(host) && isPlain(host) ? "[" + host + "]" : Percent.encode(host);
  }

  /** A zone, such as that of {@code fe80::1%eth0}, could hold what ends a host in the URL. */
  private static boolean isPlain(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (!Keywords.isPart(c) && c != ':' && c != '%') {
        return false;
      }
    }
    return true;
  }
}
