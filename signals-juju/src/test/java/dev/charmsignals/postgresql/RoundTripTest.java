package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever the parts are, reading what was written gives the same parts. */
class RoundTripTest {

  private static final int STRINGS = 2_000;

  private static final String[] KEYWORDS = {
    "user", "password", "dbname", "options", "sslmode", "application_name", "sslrootcert", "other.1"
  };

  private static final String[] PIECES = {
    "'",
    "\\",
    " ",
    "\t",
    "\n",
    "\r",
    "\u000b",
    "\f",
    "%",
    "%41",
    ":",
    "/",
    "@",
    "?",
    "#",
    "&",
    "=",
    "+",
    ",",
    "[",
    "]",
    "a",
    "Z9",
    "~",
    "-",
    "é",
    "\u00a0",
    "\u2028",
    "𝄞",
    "\u0001",
    "\u007f",
    "host=",
    "postgresql://",
    "''"
  };

  private static final String[] HOSTS = {
    "",
    "h",
    "db.example.com",
    "10.0.0.1",
    "::1",
    "2001:0DB8::0:1",
    "fe80::1%eth0",
    "fe80::1%a%]/",
    "::ffff:10.0.0.1",
    "/run/postgresql",
    "@abstract",
    "with blank",
    "a:b",
    "h%41",
    "[x",
    "hé",
    "1:2:3"
  };

  private final Random random = new Random(4711);

  private String value() {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      value.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return value.toString();
  }

  private String hosts(int count) {
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hosts.add(HOSTS[random.nextInt(HOSTS.length)]);
    }
    return String.join(",", hosts);
  }

  private String ports(int count) {
    List<String> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ports.add(random.nextInt(4) == 0 ? "" : Integer.toString(1 + random.nextInt(65_535)));
    }
    return String.join(",", ports);
  }

  private ConnectionString string() {
    Map<String, String> values = new TreeMap<>();
    for (String keyword : KEYWORDS) {
      if (random.nextBoolean()) {
        values.put(keyword, value());
      }
    }
    int servers = 1 + random.nextInt(3);
    boolean named = random.nextBoolean();
    if (named) {
      values.put("host", hosts(servers));
    }
    if (random.nextInt(3) == 0) {
      values.put("hostaddr", hosts(servers));
      named |= !values.get("hostaddr").isEmpty();
    }
    if (random.nextBoolean()) {
      values.put("port", ports(named && random.nextBoolean() ? servers : 1));
    }
    return matched(values);
  }

  /** A list that consists of one empty host is none, and then takes one port only. */
  private static ConnectionString matched(Map<String, String> values) {
    try {
      return ConnectionString.of(values);
    } catch (ConnectionStringException e) {
      values.remove("port");
      values.remove("hostaddr");
      return ConnectionString.of(values);
    }
  }

  @Test
  void readsWhatItWroteInEveryForm() throws MalformedException {
    for (int i = 0; i < STRINGS; i++) {
      ConnectionString string = string();

      ConnectionString fromText = ConnectionString.read(string.conninfo());
      assertEquals(string.values(), fromText.values(), string.conninfo());
      assertEquals(string, fromText, string.conninfo());
      assertEquals(string, ConnectionString.read(string.uri()), string.uri());
      assertEquals(
          string.uri(), ConnectionString.read(string.uri()).uri(), "the URI is the one spelling");
    }
  }

  @Test
  void takesAListOfThemApart() {
    for (int i = 0; i < STRINGS; i++) {
      // One keyword in front of all, which no value holds.
      List<String> texts =
          List.of("a=1 " + string().conninfo(), string().uri(), "b=2 " + string().conninfo());

      assertEquals(texts, ConnectionString.split(String.join("\n", texts)));
      assertEquals(
          List.of(texts.get(0), texts.get(0)),
          ConnectionString.split(texts.get(0) + "," + texts.get(0)));
    }
  }

  /** The driver's own reading of the URL gives the servers and the database. */
  @Test
  void driverReadsTheUrlThatItIsGiven() {
    for (int i = 0; i < STRINGS; i++) {
      ConnectionString string = string().with(Map.of("hostaddr", "", "port", ""));

      Properties read = org.postgresql.Driver.parseURL(string.jdbcUrl(), new Properties());

      assertEquals(string.database().orElse(""), read.getProperty("PGDBNAME", ""), string.uri());
      List<String> hosts = new ArrayList<>();
      List<String> ports = new ArrayList<>();
      for (Server server : string.servers()) {
        hosts.add(driverHost(server.host()));
        ports.add(Integer.toString(server.port()));
      }
      assertEquals(String.join(",", hosts), read.getProperty("PGHOST"), string.jdbcUrl());
      assertEquals(String.join(",", ports), read.getProperty("PGPORT"), string.jdbcUrl());
    }
  }

  private static String driverHost(String host) {
    if (host.isEmpty()) {
      return "localhost";
    }
    boolean address = IpLiteral.isIpv6(host) && !host.endsWith("/");
    return address ? "[" + host + "]" : Percent.encode(host);
  }
}
