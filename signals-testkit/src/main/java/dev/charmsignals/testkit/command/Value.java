package dev.charmsignals.testkit.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hook command prints, before a {@link Format} gives it bytes. */
sealed interface Value {

  /** Nothing: a key that is not there, an option without a value. */
  record Nil() implements Value {}

  /** One text. */
  record Text(String text) implements Value {}

  /** Yes or no. */
  record Flag(boolean yes) implements Value {}

  /** A number; the agent has only floating-point ones, because it reads them from JSON. */
  record Number(double number) implements Value {}

  /** A moment, as Go prints one. */
  record Time(Instant moment) implements Value {}

  /** Several texts. */
  record Texts(List<String> texts) implements Value {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /** Several values. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A map, whose order each format chooses. */
  record Entries(Map<String, Value> entries) implements Value {
    public Entries {
      entries = Map.copyOf(entries);
    }
  }

  /** A list that was never made: empty, but null in JSON. */
  record NoTexts() implements Value {}

  /** A map that was never made: empty, but null in JSON. */
  record NoEntries() implements Value {}

  /** A structure, whose fields keep their order. */
  record Fields(List<Field> fields) implements Value {
    public Fields {
      fields = List.copyOf(fields);
    }

    static Fields of(Field... fields) {
      return new Fields(List.of(fields));
    }
  }

  /** One field of a structure. */
  record Field(String name, Value value) {}

  /** Returns a plain value, as config and action parameters hold it, as one that can be printed. */
  static Value of(@Nullable Object plain) {
    if (plain == null) {
      return new Nil();
    }
    if (plain instanceof Boolean yes) {
      return new Flag(yes);
    }
    if (plain instanceof java.lang.Number number) {
      return new Number(number.doubleValue());
    }
    if (plain instanceof Map<?, ?> map) {
      Map<String, Value> entries = new LinkedHashMap<>();
      map.forEach((key, value) -> entries.put(String.valueOf(key), of(value)));
      return new Entries(entries);
    }
    if (plain instanceof List<?> list) {
      return list.stream().allMatch(String.class::isInstance)
          ? new Texts(list.stream().map(String.class::cast).toList())
          : new Items(list.stream().map(Value::of).toList());
    }
    return new Text(plain.toString());
  }

  /** Returns a map of texts as a value. */
  static Entries ofTexts(Map<String, String> texts) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      entries.put(entry.getKey(), new Text(entry.getValue()));
    }
    return new Entries(entries);
  }

  /** Returns texts, sorted by code point. */
  static Texts sorted(Iterable<String> texts) {
    List<String> sorted = new ArrayList<>();
    texts.forEach(sorted::add);
    sorted.sort(KeyOrder.BYTEWISE);
    return new Texts(sorted);
  }
}
