package dev.charmsignals.fuzz;

import dev.charmsignals.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Input that is many texts by their keys: each line is one of them, {@code key=text}. */
public final class KeyedLines {

  private static final int MOST = 100;

  private KeyedLines() {}

  /** Returns the texts by their keys, in the order of the lines; other lines are left out. */
  public static Map<String, String> read(String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String line : text.split("\n", MOST)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        entries.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return entries;
  }

  /** Returns the texts as a hook command answers with them. */
  public static String answer(Map<String, String> entries) {
    JsonWriter json = new JsonWriter().startObject();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      json.name(entry.getKey()).string(entry.getValue());
    }
    return json.endObject().text();
  }
}
