package dev.charmsignals.testkit.pebble;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a layer, and refuses what Pebble would. */
final class LayerText {

  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "services",
          Set.of(
              "override summary description command startup after before requires environment user"
                  .concat(" user-id group group-id working-dir on-success on-failure")
                  .concat(" on-check-failure backoff-delay backoff-factor backoff-limit")
                  .concat(" kill-delay workload")
                  .split(" ")),
          "checks",
          Set.of("override level startup period timeout threshold http tcp exec".split(" ")),
          "log-targets",
          Set.of("override type location services labels".split(" ")));
  private static final Map<String, String> TYPES =
      Map.of("services", "Service", "checks", "Check", "log-targets", "LogTarget");
  private static final Set<String> DURATIONS =
      Set.of("backoff-delay", "backoff-limit", "kill-delay", "period", "timeout");

  private LayerText() {}

  static Map<String, Object> read(String label, String text) {
    Map<String, Object> layer = new LinkedHashMap<>();
    Trees.readYaml(text)
        .forEach(
            (section, entries) -> {
              if (FIELDS.containsKey(section)) {
                Map<String, Object> read = new LinkedHashMap<>();
                Trees.object(entries)
                    .forEach((name, entry) -> read.put(name, entry(label, section, name, entry)));
                layer.put(section, read);
              } else if (!section.equals("summary") && !section.equals("description")) {
                throw new Refusal(
                    400,
                    "cannot parse layer \"%s\": unknown section \"%s\"".formatted(label, section));
              }
            });
    return layer;
  }

  private static Map<String, Object> entry(
      String label, String section, String name, @Nullable Object entry) {
    if (section.equals("services") && (name.equals("pebble") || name.startsWith("-"))) {
      throw new Refusal(400, "cannot use reserved service name \"" + name + "\"");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    Trees.object(entry)
        .forEach(
            (field, value) -> {
              if (!FIELDS.getOrDefault(section, Set.of()).contains(field)) {
                throw new Refusal(
                    400,
                    "cannot parse layer \"%s\": field %s not found in type plan.%s"
                        .formatted(label, field, TYPES.get(section)));
              }
              if (value != null) {
                fields.put(
                    field,
                    DURATIONS.contains(field) ? GoTime.text(GoTime.parse("" + value)) : value);
              }
            });
    Object override = fields.get("override");
    if (!"merge".equals(override) && !"replace".equals(override)) {
      throw new Refusal(
          400,
          "layer \"%s\" must define \"override\" for %s \"%s\""
              .formatted(label, section.substring(0, section.length() - 1), name));
    }
    return fields;
  }

  /** Takes what this class has made for what it is. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> fields(Object entry) {
    return (Map<String, Object>) entry;
  }
}
