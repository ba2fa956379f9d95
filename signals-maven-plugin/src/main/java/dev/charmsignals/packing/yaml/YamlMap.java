package dev.charmsignals.packing.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping.
 *
 * @param place where its first key begins
 * @param entries in the order of the file, each key once
 */
public record YamlMap(Place place, List<Entry> entries) implements YamlValue {

  /**
   * A key and its value.
   *
   * @param place where the key begins
   * @param key its text
   * @param value what it has
   */
  public record Entry(Place place, String key, YamlValue value) {}

  /** Copies what it is given. */
  public YamlMap {
    entries = List.copyOf(entries);
  }

  @Override
  public String kind() {
    return "a mapping";
  }

  /** Returns the entry of a key, if there is one. */
  public Optional<Entry> entry(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** Returns the value of a key, if there is one that is not nothing. */
  public Optional<YamlValue> value(String key) {
    return entry(key).map(Entry::value).filter(value -> value.plain() != null);
  }

  /** Returns the keys, in the order of the file. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Entry entry : entries) {
      keys.add(entry.key());
    }
    return keys;
  }

  @Override
  public Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (Entry entry : entries) {
      plain.put(entry.key(), entry.value().plain());
    }
    return plain;
  }
}
