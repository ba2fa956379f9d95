package dev.charmsignals.testkit.pebble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, lists, texts and numbers: to and from JSON and YAML. */
final class Trees {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES));

  private Trees() {}

  static byte[] json(Object tree) {
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, @Nullable Object> readJson(byte[] json) {
    try {
      return object(JSON.readValue(json, Object.class));
    } catch (IOException e) {
      throw new Refusal(400, "cannot decode data from request body: " + e.getMessage());
    }
  }

  static String yaml(Object tree) {
    try {
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, @Nullable Object> readYaml(String yaml) {
    try {
      return object(YAML.readValue(yaml, Object.class));
    } catch (IOException e) {
      throw new Refusal(400, "cannot parse layer: " + e.getMessage());
    }
  }

  /** Takes a value for an object; none for an empty one. */
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, entry) -> object.put(String.valueOf(name), entry));
    } else if (value != null) {
      throw new Refusal(400, "cannot decode data: a map was expected");
    }
    return object;
  }

  /** Takes a value for a list of texts; none for an empty one. */
  static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(entry -> texts.add(String.valueOf(entry)));
    } else if (value != null) {
      throw new Refusal(400, "cannot decode data: a list was expected");
    }
    return texts;
  }

  static String text(Map<String, @Nullable Object> object, String name) {
    Object value = object.get(name);
    return value == null ? "" : value.toString();
  }

  static boolean flag(Map<String, @Nullable Object> object, String name) {
    return Boolean.TRUE.equals(object.get(name));
  }
}
