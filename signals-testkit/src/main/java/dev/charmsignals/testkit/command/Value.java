package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
