package dev.charmsignals.reconciler;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Spells values as one text, which is another one for other values.
 *
 * <p>Maps are spelt in the order of their keys, because {@code Map.of} has another order in every
 * process, and so in every hook; numbers by their digits, because YAML brings longs where a charm
 * says ints.
 */
final class Spelling {

  private final StringBuilder text = new StringBuilder();

  Spelling add(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      SortedMap<String, @Nullable Object> sorted = new TreeMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        sorted.put(String.valueOf(entry.getKey()), entry.getValue());
      }
      text.append('{');
      for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
        add(entry.getKey()).add(entry.getValue());
      }
      text.append('}');
    } else if (value instanceof List<?> list) {
      text.append('[');
      for (Object entry : list) {
        add(entry);
      }
      text.append(']');
    } else {
      String plain = String.valueOf(value);
      text.append(plain.length()).append(':').append(plain);
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
