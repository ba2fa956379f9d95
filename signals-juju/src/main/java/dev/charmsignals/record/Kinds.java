package dev.charmsignals.record;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Words for kinds of values, as messages use them. */
final class Kinds {

  private Kinds() {}

  /** Returns what kind of JSON value something is. */
  static String ofValue(@Nullable Object json) {
    if (json == null) {
      return "nothing";
    } else if (json instanceof String) {
      return "a string";
    } else if (json instanceof Boolean) {
      return "true or false";
    } else if (json instanceof Number) {
      return "a number";
    } else if (json instanceof Collection<?>) {
      return "a list";
    }
    return json instanceof Map<?, ?> ? "an object" : "something else";
  }

  /** Returns what kind of JSON value becomes a value of a type. */
  static String ofType(Type type) {
    Class<?> raw = raw(type);
    if (raw.isEnum()) {
      return oneOf(raw);
    } else if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    } else if (raw == char.class || raw == Character.class) {
      return "a string of one character";
    } else if (raw == double.class || raw == float.class) {
      return "a number";
    } else if (raw.isPrimitive() || raw == Integer.class || raw == Long.class) {
      return "a whole number";
    } else if (Number.class.isAssignableFrom(raw)) {
      return "a number";
    } else if (raw == String.class) {
      return "a string";
    } else if (Collection.class.isAssignableFrom(raw)) {
      return "a list";
    }
    return raw.isRecord() || raw == Map.class
        ? "an object"
        : "what stands for a " + raw.getSimpleName();
  }

  /** Returns the class of a type, or of what an Optional holds. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      return raw == Optional.class ? raw(generic.getActualTypeArguments()[0]) : raw;
    }
    return Object.class;
  }

  private static String oneOf(Class<?> type) {
    StringJoiner names = new StringJoiner(", ", "one of ", "");
    for (Object constant : type.getEnumConstants()) {
      names.add(KebabCase.of(((Enum<?>) constant).name()));
    }
    return names.toString();
  }
}
