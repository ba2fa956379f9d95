package dev.charmsignals.postgresql;

import dev.charmsignals.json.MalformedException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form {@code postgresql://user:password@host:port,host:port/dbname?keyword=value}, read as
 * libpq's {@code conninfo_uri_parse} does.
 */
final class UriText {

  private static final String[] SCHEMES = {"postgresql://", "postgres://"};

  private final String text;
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private int at;

  private UriText(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Returns whether libpq takes the text for an URI. */
  static boolean isOne(String text) {
    return startsAt(text, 0);
  }

  /** Returns whether an URI starts at this place of a text. */
  static boolean startsAt(String text, int at) {
    return schemeLength(text, at) > 0;
  }

  static Map<String, String> read(String text) throws MalformedException {
    UriText uri = new UriText(text, schemeLength(text, 0));
    uri.credentials();
    uri.hosts();
    uri.database();
    uri.parameters();
    return uri.pairs;
  }

  private static int schemeLength(String text, int at) {
    for (String scheme : SCHEMES) {
      if (text.startsWith(scheme, at)) {
        return scheme.length();
      }
    }
    return 0;
  }

  private void credentials() throws MalformedException {
    int end = find("@/", at);
    if (end == text.length() || text.charAt(end) == '/') {
      return;
    }
    int colon = find(":@", at);
    putUnlessEmpty("user", at, colon);
    if (colon < end) {
      putUnlessEmpty("password", colon + 1, end);
    }
    at = end + 1;
  }

  private void hosts() throws MalformedException {
    StringBuilder hosts = new StringBuilder();
    StringBuilder ports = new StringBuilder();
    int start = at;
    while (true) {
      hosts.append(host());
      if (next() == ':') {
        int end = find("/?,", at + 1);
        ports.append(text, at + 1, end);
        at = end;
      }
      if (next() != ',') {
        break;
      }
      at++;
      hosts.append(',');
      ports.append(',');
    }
    putUnlessEmpty("host", hosts.toString(), start);
    putUnlessEmpty("port", ports.toString(), start);
  }

  private String host() throws MalformedException {
    if (next() != '[') {
      int start = at;
      at = find(":/?,", at);
      return text.substring(start, at);
    }
    int start = at + 1;
    int end = text.indexOf(']', start);
    if (end < 0) {
      throw new MalformedException("missing \"]\" of the IPv6 address at character " + at);
    }
    if (end == start) {
      throw new MalformedException("empty IPv6 address at character " + at);
    }
    at = end + 1;
    if (at < text.length() && ":/?,".indexOf(next()) < 0) {
      throw new MalformedException("unexpected character after the IPv6 address, at " + at);
    }
    return text.substring(start, end);
  }

  private void database() throws MalformedException {
    if (next() == '/') {
      int end = find("?", at);
      putUnlessEmpty("dbname", at + 1, end);
      at = end;
    }
  }

  private void parameters() throws MalformedException {
    int start = at + 1;
    while (start < text.length()) {
      int end = find("&", start);
      int equals = text.indexOf('=', start);
      if (equals < 0 || equals >= end) {
        throw new MalformedException("missing \"=\" in the URI parameter at character " + start);
      }
      if (find("=", equals + 1) < end) {
        throw new MalformedException("extra \"=\" in the URI parameter at character " + start);
      }
      String keyword = Percent.decode(text.substring(start, equals), start);
      String value = Percent.decode(text.substring(equals + 1, end), equals + 1);
      if (keyword.equals("ssl") && value.equals("true")) {
        pairs.put("sslmode", "require");
      } else {
        pairs.put(keyword, value);
      }
      start = end + 1;
    }
  }

  /** Returns the character to be read next, or 0 at the end. */
  private char next() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** Returns where one of the characters comes next, or the end. */
  private int find(String characters, int from) {
    int i = from;
    while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private void putUnlessEmpty(String keyword, int start, int end) throws MalformedException {
    putUnlessEmpty(keyword, text.substring(start, end), start);
  }

  private void putUnlessEmpty(String keyword, String encoded, int start) throws MalformedException {
    if (!encoded.isEmpty()) {
      pairs.put(keyword, Percent.decode(encoded, start));
    }
  }
}
