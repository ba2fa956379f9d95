package dev.charmsignals.pebble.http;

import java.util.Locale;

/** Reads parameters of a header, as in {@code form-data; name="files"; filename="/a;b"}. */
final class Parameters {

  private Parameters() {}

  /** Returns a parameter's value without its quotes; empty when it is not there. */
  static String of(String header, String wanted) {
    int at = end(header, 0);
    while (at < header.length()) {
      int next = end(header, at + 1);
      String parameter = header.substring(at + 1, next).strip();
      int equals = parameter.indexOf('=');
      if (equals > 0
          && parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(wanted)) {
        return unquoted(parameter.substring(equals + 1).strip());
      }
      at = next;
    }
    return "";
  }

  /** Returns where the parameter that begins here ends: at a semicolon outside of quotes. */
  private static int end(String header, int from) {
    boolean quoted = false;
    for (int i = from; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return header.length();
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 1; i < value.length() - 1; i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 2 < value.length()) {
        c = value.charAt(++i);
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
