package dev.charmsignals.pebble;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Pebble sends what services write, as a layer says it. Immutable.
 *
 * @param fields everything it says, under the names that Pebble has for it
 */
public record LogTarget(Map<String, Object> fields) {

  /** Keeps a copy. */
  public LogTarget {
    fields = Settings.copy(fields);
  }

  /** A server that speaks Loki's protocol, by its URL; gets what all services write. */
  public static LogTarget loki(String location) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("override", "replace");
    fields.put("type", "loki");
    fields.put("location", location);
    fields.put("services", List.of("all"));
    return new LogTarget(fields);
  }

  /** Sets any field, such as one of a newer Pebble. */
  public LogTarget with(String field, Object value) {
    return new LogTarget(Settings.with(fields, field, value));
  }

  /** Sends what these services write, and nothing else. */
  public LogTarget services(String... services) {
    return with("services", List.of(services));
  }

  /** Adds a label to every line, in which {@code $NAME} is a variable of the service. */
  public LogTarget label(String name, String value) {
    return new LogTarget(Settings.with(fields, "labels", name, value));
  }

  /** Returns which services' lines it gets. */
  public List<String> services() {
    return Settings.list(fields, "services");
  }

  /** Returns its labels. */
  public Map<String, String> labels() {
    return Settings.texts(fields, "labels");
  }

  /** Returns any other field as text. */
  public Optional<String> field(String name) {
    return Settings.text(fields, name);
  }

  /** Says which fields there are, as the location may hold a password. */
  @Override
  public String toString() {
    return "LogTarget" + fields.keySet();
  }
}
