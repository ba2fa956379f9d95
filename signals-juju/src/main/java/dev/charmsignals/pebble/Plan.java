package dev.charmsignals.pebble;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What all layers of a Pebble make together.
 *
 * <p>Reading one loads a YAML parser, which costs a hook some tens of milliseconds.
 *
 * @param services by name
 * @param checks by name; those of Pebble's defaults that it tells are among their fields
 * @param logTargets by name
 */
public record Plan(
    Map<String, Service> services, Map<String, Check> checks, Map<String, LogTarget> logTargets) {

  /** Keeps copies, in their order. */
  public Plan {
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    logTargets = Collections.unmodifiableMap(new LinkedHashMap<>(logTargets));
  }

  static Plan parse(String yaml) {
    Map<String, Object> sections = PlanYaml.read(yaml);
    return new Plan(
        entries(sections, "services", Service::new),
        entries(sections, "checks", Check::new),
        entries(sections, "log-targets", LogTarget::new));
  }

  private static <T> Map<String, T> entries(
      Map<String, Object> sections, String section, Function<Map<String, Object>, T> maker) {
    Map<String, T> entries = new LinkedHashMap<>();
    if (sections.get(section) instanceof Map<?, ?> named) {
      named.forEach(
          (name, fields) -> entries.put(String.valueOf(name), maker.apply(PlanYaml.map(fields))));
    }
    return entries;
  }
}
