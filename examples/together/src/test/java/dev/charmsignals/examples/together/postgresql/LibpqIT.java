package dev.charmsignals.examples.together.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.postgresql.ConnectionString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection string means to us what it means to libpq, and what libpq refuses we refuse. */
@Tag("any-jdk")
class LibpqIT {

  private static final int TEXTS = 3_000;

  /** What texts are put together from at random; the ports are good ones, libpq does not look. */
  private static final String[] PIECES = {
    "host",
    "user",
    "password",
    "dbname",
    "options",
    "=",
    "=",
    "=",
    " ",
    " ",
    "'",
    "'",
    "\\",
    "\t",
    "\n",
    "\u000b",
    "\u00a0",
    "%",
    "%41",
    "%2C",
    "%2f",
    "%zz",
    "%00",
    ":",
    ":1",
    "/",
    "//",
    "@",
    "?",
    "&",
    ",",
    "[",
    "]",
    "::1",
    "a",
    "é",
    "𝄞",
    "+",
    "postgresql://",
    "postgres://",
    "ssl=true",
    "Host",
    "=x "
  };

  private static Libpq libpq;

  private final Random random = new Random(4711);

  @BeforeAll
  static void load() throws Exception {
    libpq = Libpq.load();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    switch (random.nextInt(4)) {
      case 0 -> text.append("postgresql://");
      case 1 -> text.append("host=h ");
      default -> {}
    }
    for (int i = random.nextInt(10); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private ConnectionString string() {
    Map<String, String> values = new TreeMap<>();
    for (String keyword : List.of("user", "password", "dbname", "options", "application_name")) {
      StringBuilder value = new StringBuilder();
      for (int i = random.nextInt(5); i > 0; i--) {
        value.append(PIECES[random.nextInt(PIECES.length)]);
      }
      values.put(keyword, value.toString());
    }
    String[] hosts = {"", "h", "::1", "2001:DB8::0", "fe80::1%eth0", "/run/x", "@a", "é", "a b"};
    List<String> chosen = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      chosen.add(hosts[random.nextInt(hosts.length)]);
    }
    values.put("host", String.join(",", chosen));
    values.put("port", random.nextBoolean() ? "" : "5433");
    return ConnectionString.of(values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t\u000b\f\r ",
        "host=h",
        "host = h  port =5432 user= u",
        "host=a host=b",
        "host=a host=''",
        "a",
        "host",
        "host =",
        "host=",
        "=h",
        "host= user=u",
        "host='' user=u",
        "password='x\\' y'",
        "password='abc user=u",
        "password='abc\\",
        "password='a'user=u",
        "password=a'b'c",
        "password=a\\ b",
        "password=a\\",
        "password=\\'a",
        "password=a\\\\b\\n",
        "password='\u00a0é𝄞'",
        "hostaddr=10.0.0.1 host=h sslmode=require",
        "postgresql://",
        "postgres://",
        "postgresql:/",
        "postgresql:///",
        "Postgresql://h",
        "postgresql://u:p@h:5432/db?connect_timeout=3&sslmode=require",
        "postgresql://u@",
        "postgresql://:p@h",
        "postgresql://u:@h",
        "postgresql://u:p@ss@h",
        "postgresql://u:p:q@h",
        "postgresql://h?options=a@b",
        "postgresql://u:p/q@h",
        "postgresql://h:",
        "postgresql://h:1,i:2,j/d",
        "postgresql://,/d",
        "postgresql://a%2Cb:1/d",
        "postgresql://[::1]",
        "postgresql://[::1]:5432/d",
        "postgresql://[fe80::1%25eth0],h",
        "postgresql://[::1",
        "postgresql://[]",
        "postgresql://[::1]x",
        "postgresql://[::1]?user=u",
        "postgresql://%2Frun%2Fpostgresql/d",
        "postgresql://h/d/e",
        "postgresql://h/?dbname=e",
        "postgresql://h/d?dbname=e",
        "postgresql://h/d?host=i",
        "postgresql://h/d?host=",
        "postgresql://h?",
        "postgresql://h?user=u&",
        "postgresql://h?&user=u",
        "postgresql://h?user=u&&password=p",
        "postgresql://h?user",
        "postgresql://h?user=a=b",
        "postgresql://h?us%65r=u",
        "postgresql://h?ssl=true",
        "postgresql://h?password=a+b%20c",
        "postgresql://h/%",
        "postgresql://h/%4",
        "postgresql://h/%zz",
        "postgresql://h/%00",
        "postgresql://h/%e9%C3%A9",
        "postgresql://h/a b",
        "postgresql://h /d",
        "postgresql:// h/d",
        "postgresql://h/ d",
        "postgresql://h/d ",
        "postgresql://h/d?user=u ",
        "postgresql://h/d\t",
        "postgresql://h/\td",
        "postgresql://u : p @ h : 1 , i : 2 / d ? user = v & password = q ",
        "postgresql:// /d",
        "postgresql://h#x",
        " postgresql://h",
      })
  void readsAsLibpqDoes(String text) {
    check(text);
  }

  @Test
  void readsAnyTextAsLibpqDoes() {
    int read = 0;
    for (int i = 0; i < TEXTS; i++) {
      read += check(text()) ? 1 : 0;
    }

    assertTrue(read > TEXTS / 10 && read < TEXTS * 9 / 10, read + " were read");
  }

  @Test
  void isReadByLibpqInBothForms() {
    for (int i = 0; i < TEXTS; i++) {
      ConnectionString string = string();

      assertEquals(new Libpq.Outcome(string.values(), null), libpq.read(string.conninfo()));
      Libpq.Outcome uri = libpq.read(string.uri());
      assertNull(uri.error(), string.uri());
      assertEquals(string, ConnectionString.of(uri.values()), string.uri());
    }
  }

  /** Returns whether the text was read. */
  private static boolean check(String text) {
    Libpq.Outcome theirs = libpq.read(text);
    ConnectionString ours;
    try {
      ours = ConnectionString.read(text);
    } catch (MalformedException e) {
      assertTrue(theirs.error() != null || isStricter(e.reason()), text + ": " + e.reason());
      return false;
    }
    // Each version knows other keywords, so ours are kept.
    if (theirs.error() == null
        || !theirs.error().contains("invalid connection option")
            && !theirs.error().contains("invalid URI query parameter")) {
      assertNull(theirs.error(), text);
      assertEquals(ConnectionString.of(theirs.values()).values(), ours.values(), text);
    }
    return true;
  }

  /** What libpq refuses only when it is to connect, and text that is none. */
  private static boolean isStricter(String reason) {
    return reason.contains("port") || reason.contains("do not match") || reason.contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host=127.0.0.1,127.0.0.1 port=1",
        "host=127.0.0.1,127.0.0.1 port=1,2",
        "host=127.0.0.1,127.0.0.1 port=1,",
        "host=127.0.0.1,127.0.0.1 port=1,2,3",
        "host=127.0.0.1 port=1,2",
        "port=1,2",
        "host=a,b hostaddr=127.0.0.1,127.0.0.1",
        "host=a,b hostaddr=127.0.0.1",
        "host=a hostaddr=127.0.0.1,127.0.0.1",
        "hostaddr=127.0.0.1,127.0.0.1 port=1,2",
        "hostaddr=127.0.0.1,127.0.0.1 port=1,2,3",
        "host=127.0.0.1 port=0",
        "host=127.0.0.1 port=65536",
        "host=127.0.0.1 port=x",
        "host=127.0.0.1 port=1x",
        "host=127.0.0.1 port=99999999999999999999",
        "host=, port=1,2",
      })
  void matchesHostsWithPortsAsLibpqDoes(String text) {
    String refusal = libpq.start(text);
    boolean mismatch = refusal.contains("could not match") || refusal.contains("invalid");
    try {
      ConnectionString.read(text);
      assertTrue(!mismatch, refusal);
    } catch (MalformedException e) {
      assertNotEquals("", refusal, e.reason());
      assertTrue(mismatch, refusal);
    }
  }
}
