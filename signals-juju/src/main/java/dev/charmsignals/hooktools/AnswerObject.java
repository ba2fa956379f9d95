package dev.charmsignals.hooktools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of an answer, of which a part that is missing or of another kind counts as absent. */
record AnswerObject(Map<String, @Nullable Object> parts) {

  /** An object without parts. */
  static AnswerObject none() {
    return new AnswerObject(new LinkedHashMap<>());
  }

  /** Returns a text that is there and not empty. */
  Optional<String> text(String... names) {
    for (String name : names) {
      if (parts.get(name) instanceof String text && !text.isEmpty()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(parts.get(name));
  }

  long number(String name) {
    return parts.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Returns the texts of a list. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (parts.get(name) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** Returns the objects of a list. */
  List<AnswerObject> objects(String name) {
    List<AnswerObject> objects = new ArrayList<>();
    if (parts.get(name) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> map) {
          objects.add(of(map));
        }
      }
    }
    return objects;
  }

  /** Returns the object under a name; an empty one if there is none. */
  AnswerObject object(String name) {
    return parts.get(name) instanceof Map<?, ?> map ? of(map) : none();
  }

  /** Returns the objects that this one holds, by name. */
  Map<String, AnswerObject> objects() {
    Map<String, AnswerObject> objects = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> part : parts.entrySet()) {
      if (part.getValue() instanceof Map<?, ?> map) {
        objects.put(part.getKey(), of(map));
      }
    }
    return objects;
  }

  /** Returns the texts that this object holds, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> part : parts.entrySet()) {
      if (part.getValue() instanceof String text) {
        texts.put(part.getKey(), text);
      }
    }
    return texts;
  }

  static AnswerObject of(Map<?, ?> map) {
    @SuppressWarnings("unchecked") // what was read from JSON has texts for keys
    Map<String, @Nullable Object> parts = (Map<String, @Nullable Object>) map;
    return new AnswerObject(parts);
  }

  /** Names and sizes only, because this may be a credential. */
  @Override
  public String toString() {
    return "AnswerObject" + parts.keySet();
  }
}
