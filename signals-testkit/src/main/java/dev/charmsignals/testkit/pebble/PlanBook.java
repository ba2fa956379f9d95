package dev.charmsignals.testkit.pebble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The layers, and the plan that they make. */
final class PlanBook {

  private static final Set<String> LISTS = Set.of("after", "before", "requires", "services");
  private static final List<String> SECTIONS = List.of("services", "checks", "log-targets");

  private Map<String, Map<String, Object>> layers = new LinkedHashMap<>();

  /** Adds a layer, or merges it into the one of its label. */
  void add(String label, String text, boolean combine) {
    if (label.isEmpty()) {
      throw new Refusal(400, "label must be set");
    }
    if (label.startsWith("pebble-")) {
      throw new Refusal(400, "cannot use reserved label prefix \"pebble-\"");
    }
    Map<String, Object> layer = LayerText.read(label, text);
    Map<String, Object> known = layers.get(label);
    if (known != null && !combine) {
      throw new Refusal(400, "layer \"" + label + "\" already exists");
    }
    Map<String, Map<String, Object>> before = layers;
    layers = new LinkedHashMap<>(before);
    layers.put(label, known == null ? layer : combined(List.of(known, layer)));
    try {
      PlanRules.check(plan());
    } catch (Refusal e) {
      layers = before;
      throw e;
    }
  }

  void clear() {
    layers = new LinkedHashMap<>();
  }

  /** Returns sections with entries by name, with the defaults that Pebble shows. */
  Map<String, Object> plan() {
    Map<String, Object> plan = combined(new ArrayList<>(layers.values()));
    entries(plan, "checks")
        .forEach((name, check) -> LayerText.fields(check).putIfAbsent("threshold", 3));
    return plan;
  }

  Map<String, Map<String, Object>> services() {
    return typed("services");
  }

  Map<String, Map<String, Object>> checks() {
    return typed("checks");
  }

  Optional<Map<String, Object>> service(String name) {
    return Optional.ofNullable(services().get(name));
  }

  private Map<String, Map<String, Object>> typed(String section) {
    Map<String, Map<String, Object>> typed = new TreeMap<>();
    entries(plan(), section).forEach((name, entry) -> typed.put(name, LayerText.fields(entry)));
    return typed;
  }

  private static Map<String, Object> entries(Map<String, Object> plan, String section) {
    Object entries = plan.get(section);
    return entries == null ? Map.of() : LayerText.fields(entries);
  }

  private static Map<String, Object> combined(List<Map<String, Object>> bottomUp) {
    Map<String, Object> combined = new LinkedHashMap<>();
    for (Map<String, Object> layer : bottomUp) {
      for (String section : SECTIONS) {
        entries(layer, section)
            .forEach((name, entry) -> combine(combined, section, name, LayerText.fields(entry)));
      }
    }
    return combined;
  }

  private static void combine(
      Map<String, Object> into, String section, String name, Map<String, Object> entry) {
    Map<String, Object> entries =
        LayerText.fields(into.computeIfAbsent(section, s -> new TreeMap<String, Object>()));
    Object old = entries.get(name);
    entries.put(
        name,
        old == null || !"merge".equals(entry.get("override"))
            ? new LinkedHashMap<>(entry)
            : merged(LayerText.fields(old), entry));
  }

  private static Map<String, Object> merged(Map<String, Object> old, Map<String, Object> entry) {
    Map<String, Object> merged = new LinkedHashMap<>(old);
    entry.forEach(
        (field, value) -> {
          @Nullable Object before = old.get(field);
          if (field.equals("override")) {
            return;
          }
          if (before instanceof Map<?, ?> && value instanceof Map<?, ?>) {
            Map<String, Object> both = new LinkedHashMap<>(LayerText.fields(before));
            both.putAll(LayerText.fields(value));
            merged.put(field, both);
          } else if (before instanceof List<?> && LISTS.contains(field)) {
            List<String> both = new ArrayList<>(Trees.texts(before));
            both.addAll(Trees.texts(value));
            merged.put(field, both);
          } else {
            merged.put(field, value);
          }
        });
    return merged;
  }
}
