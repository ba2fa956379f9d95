package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.BodyInput;
import dev.charmsignals.pebble.http.HttpHead;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that has come in. */
record Call(
    String method, String path, Map<String, List<String>> query, HttpHead head, BodyInput body) {

  private static final int MAX_JSON = 8 * 1024 * 1024;

  static Call of(HttpHead head, BodyInput body) {
    String[] start = head.start().split(" ");
    if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
      throw new Refusal(400, "malformed request");
    }
    String target = start[1];
    int mark = target.indexOf('?');
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
      }
    }
    return new Call(start[0], mark < 0 ? target : target.substring(0, mark), query, head, body);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String parameter(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** Returns what may be repeated or separated by commas. */
  List<String> list(String name) {
    List<String> values = new ArrayList<>();
    for (String value : query.getOrDefault(name, List.of())) {
      for (String one : value.split(",")) {
        if (!one.isBlank()) {
          values.add(one.strip());
        }
      }
    }
    return values;
  }

  Map<String, @Nullable Object> json() throws IOException {
    return Trees.readJson(body.readWithin(MAX_JSON));
  }

  /** Returns what follows a prefix of the path. */
  String after(String prefix) {
    return path.substring(prefix.length());
  }
}
