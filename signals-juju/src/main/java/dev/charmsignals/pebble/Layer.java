package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One layer of configuration for Pebble. Immutable; each method returns a new one.
 *
 * @param summary what it is, in one line; may be empty
 * @param services by name
 * @param checks by name
 * @param logTargets by name
 */
public record Layer(
    String summary,
    Map<String, Service> services,
    Map<String, Check> checks,
    Map<String, LogTarget> logTargets) {

  /** Keeps copies, in their order. */
  public Layer {
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    logTargets = Collections.unmodifiableMap(new LinkedHashMap<>(logTargets));
  }

  /** A layer that says nothing yet. */
  public static Layer empty() {
    return new Layer("", Map.of(), Map.of(), Map.of());
  }

  /** Says in one line what it is. */
  public Layer summary(String summary) {
    return new Layer(summary, services, checks, logTargets);
  }

  /** Adds a service. */
  public Layer service(String name, Service service) {
    return new Layer(summary, with(services, name, service), checks, logTargets);
  }

  /** Adds a health check. */
  public Layer check(String name, Check check) {
    return new Layer(summary, services, with(checks, name, check), logTargets);
  }

  /** Adds a place to send logs to. */
  public Layer logTarget(String name, LogTarget target) {
    return new Layer(summary, services, checks, with(logTargets, name, target));
  }

  /**
   * Returns it as JSON, which is YAML, too. What it has nothing of is left out, as a Pebble that is
   * too old for a section refuses the whole layer for it.
   */
  String json() {
    JsonWriter json = new JsonWriter().startObject();
    if (!summary.isEmpty()) {
      json.name("summary").string(summary);
    }
    section(json, "services", services, Service::fields);
    section(json, "checks", checks, Check::fields);
    section(json, "log-targets", logTargets, LogTarget::fields);
    return json.endObject().text();
  }

  private static <T> void section(
      JsonWriter json,
      String name,
      Map<String, T> entries,
      Function<T, Map<String, Object>> fields) {
    if (!entries.isEmpty()) {
      json.name(name).startObject();
      entries.forEach((key, entry) -> Settings.write(json.name(key), fields.apply(entry)));
      json.endObject();
    }
  }

  private static <T> Map<String, T> with(Map<String, T> entries, String name, T entry) {
    Map<String, T> more = new LinkedHashMap<>(entries);
    more.put(name, entry);
    return more;
  }
}
