package dev.charmsignals.model;

import dev.charmsignals.record.KebabCase;
import dev.charmsignals.snapshot.RecordShape;
import dev.charmsignals.snapshot.SnapshotException;
import dev.charmsignals.snapshot.SnapshotText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns nested results of an action into texts by dotted key (contract §2.13). */
final class ActionResults {

  private static final String PLACE = "the action's results";
  private static final int MOST_CHARACTERS = 1 << 20;

  private ActionResults() {}

  /** Returns the components of a record under Juju's kind of keys. */
  static Map<String, Object> of(Record record) {
    Map<String, Object> results = new LinkedHashMap<>();
    RecordShape.of(record.getClass())
        .snapshot(record)
        .forEach(
            (name, value) -> {
              if (value != null) {
                results.put(
                    KebabCase.of(name), value instanceof Map<?, ?> map ? dashed(map) : value);
              }
            });
    return results;
  }

  /** Adds a value, and what is in it, under a key that may have dots. */
  static void add(String key, Object value, TreeMap<String, String> results) {
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        add(key + "." + entry.getKey(), entry.getValue(), results);
      }
    } else if (value instanceof Record record) {
      add(key, of(record), results);
    } else if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        add(key, optional.get(), results);
      }
    } else {
      String text = text(key, value);
      check(key);
      // What is nested cannot be a value too; as in Juju, the later one wins.
      results.subMap(key + ".", key + "/").clear();
      for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
        results.remove(key.substring(0, dot));
      }
      results.put(key, text);
    }
  }

  private static String text(String key, @Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return whole(key, value.toString());
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Collection<?>) {
      try {
        return SnapshotText.ofValue(value, MOST_CHARACTERS);
      } catch (SnapshotException e) {
        throw e.in("result \"" + key + "\"");
      }
    }
    throw new RefusedEntryException(
        PLACE,
        key,
        value == null
            ? "has no value; leave it out"
            : "has a value of %s; use texts, numbers, booleans, enums, maps, records and lists"
                .formatted(value.getClass().getName()));
  }

  private static String whole(String key, String text) {
    if (!Utf8.survives(text)) {
      throw new RefusedEntryException(
          PLACE, key, "has a value with half a surrogate pair, which UTF-8 cannot carry");
    }
    return text;
  }

  private static void check(String key) {
    int start = 0;
    while (start <= key.length()) {
      int dot = key.indexOf('.', start);
      int end = dot < 0 ? key.length() : dot;
      checkElement(key, key.substring(start, end));
      start = end + 1;
    }
  }

  private static void checkElement(String key, String element) {
    switch (element) {
      case "stdout", "stderr", "stdout-encoding", "stderr-encoding" ->
          throw new RefusedEntryException(
              PLACE, key, "is a name that Juju keeps for the action's own output; use another");
      default -> {
        if (!isElement(element)) {
          throw new RefusedEntryException(
              PLACE,
              key,
              "may hold only lower-case letters, digits and dashes, with a letter or digit at both"
                  + " ends and dots between nested names, as in \"backup.size-mb\"");
        }
      }
    }
  }

  private static boolean isElement(String element) {
    for (int i = 0; i < element.length(); i++) {
      char c = element.charAt(i);
      boolean alphanumeric = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!alphanumeric && (c != '-' || i == 0 || i == element.length() - 1)) {
        return false;
      }
    }
    return !element.isEmpty();
  }

  private static Map<String, Object> dashed(Map<?, ?> components) {
    Map<String, Object> dashed = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : components.entrySet()) {
      Object value = entry.getValue();
      if (value != null) {
        dashed.put(
            KebabCase.of(String.valueOf(entry.getKey())),
            value instanceof Map<?, ?> map ? dashed(map) : value);
      }
    }
    return dashed;
  }
}
