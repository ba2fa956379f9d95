package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies what an operator gives an action, as it comes out of JSON at the unit. */
final class PlainValues {

  private PlainValues() {}

  static Map<String, Object> copy(String action, Map<String, ?> parameters) {
    Map<String, Object> copy = new LinkedHashMap<>();
    parameters.forEach((name, value) -> copy.put(name, copyValue(action, name, value)));
    return copy;
  }

  private static Object copyValue(String action, String name, Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(copyValue(action, name, each)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), copyValue(action, name, each)));
      return copy;
    }
    throw new ImpossibleWorldException(
        "Parameter \"%s\" of action \"%s\" is a %s; an operator gives %s"
            .formatted(
                name,
                action,
                value.getClass().getSimpleName(),
                "texts, numbers, true or false, lists and maps"));
  }
}
