package dev.charmsignals.pebble;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the YAML that Pebble writes, token by token. */
final class PlanYaml {

  private static final int MAX_DEPTH = 32;

  private PlanYaml() {}

  static Map<String, Object> read(String yaml) {
    try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
      JsonToken first = parser.nextToken();
      return first == null ? Map.of() : map(value(parser, first, MAX_DEPTH));
    } catch (IOException e) { // not as a cause: it would quote the plan, and so perhaps secrets
      throw new PebbleProtocolException("the plan is no YAML");
    }
  }

  /** Takes a value for a map, without the entries that are nothing. */
  static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, entry) -> {
            if (entry != null) {
              entries.put(String.valueOf(name), entry);
            }
          });
    } else if (value != null) {
      throw new PebbleProtocolException("the plan has something else where a mapping belongs");
    }
    return entries;
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token, int depth)
      throws IOException {
    if (depth == 0) {
      throw new PebbleProtocolException("the plan nests too deep");
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          map.put(name, value(parser, parser.nextToken(), depth - 1));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          list.add(value(parser, t, depth - 1));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }
}
