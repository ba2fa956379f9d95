package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one entry of a layer or plan, under Pebble's own names, so that those of a newer
 * Pebble are kept.
 */
final class Settings {

  private Settings() {}

  static Map<String, Object> copy(Map<String, Object> fields) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return more;
  }

  /** Adds an entry to a field that is a map. */
  static Map<String, Object> with(
      Map<String, Object> fields, String name, String key, String value) {
    Map<String, String> entries = new LinkedHashMap<>(texts(fields, name));
    entries.put(key, value);
    return with(fields, name, entries);
  }

  /** Adds entries to a field that is a list. */
  static Map<String, Object> with(Map<String, Object> fields, String name, List<String> values) {
    List<String> entries = new ArrayList<>(list(fields, name));
    entries.addAll(values);
    return with(fields, name, (Object) entries);
  }

  static Optional<String> text(Map<String, Object> fields, String name) {
    Object value = fields.get(name);
    return value == null ? Optional.empty() : Optional.of(String.valueOf(value));
  }

  static Optional<Duration> duration(Map<String, Object> fields, String name) {
    return text(fields, name).flatMap(GoDuration::parse);
  }

  static Map<String, String> texts(Map<String, Object> fields, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (fields.get(name) instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return Collections.unmodifiableMap(texts);
  }

  static List<String> list(Map<String, Object> fields, String name) {
    List<String> texts = new ArrayList<>();
    if (fields.get(name) instanceof List<?> entries) {
      entries.forEach(entry -> texts.add(String.valueOf(entry)));
    }
    return Collections.unmodifiableList(texts);
  }

  /** Writes what JSON can say; anything else becomes text. */
  static void write(JsonWriter json, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      json.startObject();
      map.forEach(
          (name, entry) -> {
            json.name(String.valueOf(name));
            write(json, entry);
          });
      json.endObject();
    } else if (value instanceof List<?> list) {
      json.startArray();
      list.forEach(entry -> write(json, entry));
      json.endArray();
    } else if (value instanceof Long || value instanceof Integer) {
      json.number(((Number) value).longValue());
    } else if (value instanceof Double number) {
      json.number((double) number);
    } else if (value instanceof BigDecimal number) {
      json.number(number);
    } else if (value instanceof Boolean bool) {
      json.bool(bool);
    } else if (value == null) {
      json.nothing();
    } else {
      json.string(value.toString());
    }
  }
}
