package dev.charmsignals.postgresql;

import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of a connection string as one: what they may be, mean, and show. */
final class Parts {

  /** Longer values are not shown: neither a host nor a name of PostgreSQL's is that long. */
  private static final int MAX_SHOWN = 255;

  private Parts() {}

  /** Returns the pairs sorted and without empty values. */
  static SortedMap<String, String> checked(Map<String, String> pairs) throws MalformedException {
    SortedMap<String, String> values = new TreeMap<>();
    for (Map.Entry<String, String> entry : pairs.entrySet()) {
      Keywords.require(entry.getKey());
      requireText(entry.getValue());
      if (!entry.getValue().isEmpty()) {
        values.put(entry.getKey(), entry.getValue());
      }
    }
    if (onlyCommas(values.getOrDefault("port", ","))) {
      values.remove("port");
    }
    return Collections.unmodifiableSortedMap(values);
  }

  /** Returns the values with every default written out, and every address in its one spelling. */
  static SortedMap<String, String> meaning(Map<String, String> values, Endpoints endpoints) {
    List<String> hosts = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (Endpoints.Endpoint endpoint : endpoints.all()) {
      hosts.add(endpoint.host());
      addresses.add(endpoint.address());
      ports.add(Integer.toString(endpoint.port()));
    }
    SortedMap<String, String> meaning = new TreeMap<>(values);
    meaning.put("host", String.join(",", hosts));
    meaning.put("hostaddr", String.join(",", addresses));
    meaning.put("port", String.join(",", ports));
    if (values.containsKey("user")) {
      meaning.putIfAbsent("dbname", meaning.get("user"));
    }
    return meaning;
  }

  /**
   * Returns the values for a log. A value that does not look like a host or a name is masked, since
   * a part of a password that was not quoted or encoded ends up anywhere.
   */
  static String masked(Map<String, String> values) {
    StringBuilder out = new StringBuilder("ConnectionString[");
    int unknown = 0;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String keyword = entry.getKey();
      boolean secret = keyword.equals("password");
      if (!secret && !Keywords.isShown(keyword)) {
        unknown++;
        continue;
      }
      separate(out).append(keyword).append('=');
      out.append(secret || !looksHarmless(entry.getValue()) ? "***" : entry.getValue());
    }
    if (unknown > 0) {
      separate(out).append("and ").append(unknown).append(" more");
    }
    return out.append(']').toString();
  }

  private static StringBuilder separate(StringBuilder out) {
    return out.charAt(out.length() - 1) == '[' ? out : out.append(' ');
  }

  private static boolean looksHarmless(String value) {
    if (value.length() > MAX_SHOWN) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Keywords.isPart(c) && "/:,*".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean onlyCommas(String list) {
    for (int i = 0; i < list.length(); i++) {
      if (list.charAt(i) != ',') {
        return false;
      }
    }
    return true;
  }

  /** Checks for what no C string and no UTF-8 can hold. */
  private static void requireText(String value) throws MalformedException {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        throw new MalformedException("a value holds the character 0");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new MalformedException("a value is not Unicode");
      }
    }
  }
}
