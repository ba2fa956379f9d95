package dev.charmsignals.testkit.world;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks values against the part of JSON schema that charms use for parameters: type, enum,
 * required, properties, items, and limits of numbers and texts.
 */
final class ActionSchema {

  private final List<String> complaints;

  /** Creates a check that adds to the complaints, in the words of Juju's schema library. */
  ActionSchema(List<String> complaints) {
    this.complaints = complaints;
  }

  /** Returns the values with every default put in that has no value, at any depth. */
  static Map<String, Object> withDefaults(Map<?, ?> properties, Map<?, ?> given) {
    Map<String, Object> filled = new LinkedHashMap<>();
    given.forEach((key, value) -> filled.put(String.valueOf(key), value));
    for (var entry : properties.entrySet()) {
      String name = String.valueOf(entry.getKey());
      if (!(entry.getValue() instanceof Map<?, ?> schema)) {
        continue;
      }
      Object present = filled.get(name);
      Object byDefault = schema.get("default");
      if (present == null && byDefault != null) {
        filled.put(name, byDefault);
      } else if (schema.get("properties") instanceof Map<?, ?> inner
          && (present == null || present instanceof Map)) {
        Map<String, Object> nested =
            withDefaults(inner, present instanceof Map<?, ?> map ? map : Map.of());
        if (!nested.isEmpty()) {
          filled.put(name, nested);
        }
      }
    }
    return filled;
  }

  void checkObject(
      String where, Map<?, ?> properties, List<?> required, boolean open, Map<?, ?> given) {
    for (Object name : required) {
      if (!given.containsKey(name)) {
        complain(where, "\"" + name + "\" property is missing and required", given);
      }
    }
    for (Object name : new TreeSet<>(given.keySet())) {
      Object schema = properties.get(name);
      if (schema instanceof Map<?, ?> known) {
        check(where + "." + name, known, given.get(name));
      } else if (schema == null && !open) {
        complain(where, "additional property \"" + name + "\" is not allowed", given);
      }
    }
  }

  private void check(String where, Map<?, ?> schema, @Nullable Object value) {
    Object type = schema.get("type");
    if (type instanceof String single && !fits(single, value)) {
      complain(where, "must be of type " + single, value);
      return;
    }
    if (type instanceof List<?> several
        && several.stream().noneMatch(each -> fits(String.valueOf(each), value))) {
      complain(where, "must be of type " + several, value);
      return;
    }
    if (schema.get("enum") instanceof List<?> allowed
        && allowed.stream().noneMatch(each -> same(each, value))) {
      complain(where, "must match one of the enum values " + allowed, value);
    }
    if (value instanceof Number number) {
      checkNumber(where, schema, number.doubleValue());
    } else if (value instanceof String text) {
      checkText(where, schema, text);
    } else if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
      for (int i = 0; i < list.size(); i++) {
        check(where + "." + i, items, list.get(i));
      }
    } else if (value instanceof Map<?, ?> map) {
      Map<?, ?> inner = schema.get("properties") instanceof Map<?, ?> found ? found : Map.of();
      List<?> required = schema.get("required") instanceof List<?> found ? found : List.of();
      boolean open = !Boolean.FALSE.equals(schema.get("additionalProperties"));
      checkObject(where, inner, required, open, map);
    }
  }

  private void checkNumber(String where, Map<?, ?> schema, double value) {
    if (schema.get("minimum") instanceof Number least && value < least.doubleValue()) {
      complain(where, "must be greater than or equal to " + least, value);
    }
    if (schema.get("maximum") instanceof Number most && value > most.doubleValue()) {
      complain(where, "must be lower than or equal to " + most, value);
    }
  }

  private void checkText(String where, Map<?, ?> schema, String value) {
    int length = value.codePointCount(0, value.length());
    if (schema.get("minLength") instanceof Number least && length < least.intValue()) {
      complain(where, "string length must be greater or equal to " + least, value);
    }
    if (schema.get("maxLength") instanceof Number most && length > most.intValue()) {
      complain(where, "string length must be lower or equal to " + most, value);
    }
    if (schema.get("pattern") instanceof String pattern
        && !Pattern.compile(pattern).matcher(value).find()) {
      complain(where, "has an invalid format", value);
    }
  }

  private static boolean fits(String type, @Nullable Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Number number && number.doubleValue() % 1 == 0;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      case "array" -> value instanceof List;
      case "object" -> value instanceof Map;
      case "null" -> value == null;
      default -> true;
    };
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one instanceof Number left && other instanceof Number right
        ? left.doubleValue() == right.doubleValue()
        : Optional.ofNullable(one).equals(Optional.ofNullable(other));
  }

  private void complain(String where, String what, @Nullable Object given) {
    Object shown = given instanceof Map<?, ?> map ? "map" + new TreeMap<>(map).keySet() : given;
    complaints.add(where + " : " + what + ", given " + plain(shown));
  }

  private static String plain(@Nullable Object value) {
    return value instanceof Double number && number % 1 == 0
        ? Long.toString(number.longValue())
        : String.valueOf(value);
  }
}
