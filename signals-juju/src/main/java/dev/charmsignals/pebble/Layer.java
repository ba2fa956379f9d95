package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** Returns it as JSON, which is YAML, too. */
  String json() {
    JsonWriter json = new JsonWriter().startObject();
    if (!summary.isEmpty()) {
      json.name("summary").string(summary);
    }
    section(json, "services");
    services.forEach((name, service) -> Settings.write(json.name(name), service.fields()));
    section(json.endObject(), "checks");
    checks.forEach((name, check) -> Settings.write(json.name(name), check.fields()));
    section(json.endObject(), "log-targets");
    logTargets.forEach((name, target) -> Settings.write(json.name(name), target.fields()));
    return json.endObject().endObject().text();
  }

  private static void section(JsonWriter json, String name) {
    json.name(name).startObject();
  }

  private static <T> Map<String, T> with(Map<String, T> entries, String name, T entry) {
    Map<String, T> more = new LinkedHashMap<>(entries);
    more.put(name, entry);
    return more;
  }
}
